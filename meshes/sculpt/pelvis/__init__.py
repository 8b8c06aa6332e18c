"""The hip bones and the pubic symphysis."""
