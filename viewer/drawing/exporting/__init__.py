"""What is shown, for other programs: 3D models with names and units, and a page that any browser turns."""
