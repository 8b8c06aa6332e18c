"""A section through the whole body: its plane, and the levels that it is named by."""
