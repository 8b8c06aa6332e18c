"""The muscles behind and beside the hip: the three glutei and the short rotators."""
