"""Asking a class: names withheld, one structure or one body after another, and the answers."""
