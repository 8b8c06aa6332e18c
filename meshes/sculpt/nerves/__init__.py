"""The lumbar nerves."""
