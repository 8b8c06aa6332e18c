"""What learners have answered: kept on this machine, brought back when it fades, exported and deleted at a word."""
