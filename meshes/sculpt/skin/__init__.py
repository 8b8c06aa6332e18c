"""The body surface."""
