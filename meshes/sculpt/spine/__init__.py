"""The lumbar spine: discs, end plates and facet joints; vertebrae and sacrum have folders of their own."""
