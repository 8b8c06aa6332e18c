"""The user's notes: the page on which they are written, and their pins."""
