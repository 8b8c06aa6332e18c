"""The one panel beside the 3D view: its pages, the row of their names, and the columns that share the width."""
