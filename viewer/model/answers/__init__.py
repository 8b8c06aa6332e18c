"""Answers drawn from an atlas: descriptions, searches, comparisons, and where pain may come from."""
