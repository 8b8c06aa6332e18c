"""What is written and drawn flat over the scene: labels, pins, compass, guidance."""
