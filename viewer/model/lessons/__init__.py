"""Lessons: scenes in an order, with captions for a class and notes for who teaches; their file, and giving them."""
