"""The page that tells what is known, and the questions that it answers."""
