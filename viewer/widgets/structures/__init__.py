"""The list of structures, and the controls of how this body varies."""
