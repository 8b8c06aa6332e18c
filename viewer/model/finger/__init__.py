"""What a finger that presses on the skin meets, in order and in millimetres."""
