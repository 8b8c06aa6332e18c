"""What is taken away from the program, made without a window: pictures of a lesson, a handout."""
