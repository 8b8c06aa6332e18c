"""What is shown now and how it got there, and what lasts between runs."""
