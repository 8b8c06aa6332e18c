"""What the program knows of itself: log, faults, what it runs on, and what a run that ended badly left behind."""
