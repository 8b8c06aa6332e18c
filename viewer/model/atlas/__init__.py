"""What is known, as frozen data: structures, their facts, their nerves, and how bodies vary."""
