"""The finger on the skin as its user meets it: its page, what it meets in words, and the section as a picture."""
