"""Flat muscles: sheets woven of guide fibres, laid on the wall of the trunk, thickened into closed plates."""
