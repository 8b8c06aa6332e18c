"""The page on which a student is asked, answers, and sees the answer on the body."""
