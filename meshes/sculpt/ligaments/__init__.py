"""Ligaments of the pelvis and the lumbar spine, apart from those of the hip joint."""
