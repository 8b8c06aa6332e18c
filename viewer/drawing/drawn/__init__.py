"""Lines drawn by hand: flat on the picture, or on the body, with which they turn."""
