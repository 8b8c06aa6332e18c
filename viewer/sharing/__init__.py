"""One page for a class on its own devices: served only while the teacher says so, and nothing but that page."""
