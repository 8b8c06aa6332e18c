"""The page on which a lesson is made, and its file: opened, saved, asked about, brought back."""
