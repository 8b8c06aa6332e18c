"""Guided walks: what is asked first, one step after another with its drawing, and reading aloud."""
