"""What happens when the world does its worst while files are read and written."""
