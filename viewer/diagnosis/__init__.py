"""What ``--diagnose`` prints: what the program sees of this machine and of its data, and what it thinks of it."""
