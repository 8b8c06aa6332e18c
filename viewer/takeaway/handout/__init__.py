"""A handout: the pages of a lesson, painted into a PDF."""
