"""Muscles of the trunk: of the abdominal wall, of the diaphragm, and those beside and behind the lumbar spine."""
