"""How far a learner has come, and who learns on this machine."""
