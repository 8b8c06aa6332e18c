"""The sacrum and the coccyx."""
