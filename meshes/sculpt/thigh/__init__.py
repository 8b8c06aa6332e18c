"""Muscles of the thigh."""
