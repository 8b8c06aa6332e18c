"""The vertebrae T12 and L1 to L5."""
