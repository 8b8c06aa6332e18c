"""What a teacher takes away from the program: made by the same program in another process, while the window goes on."""
