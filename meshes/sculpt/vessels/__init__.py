"""The vessels and lymph nodes."""
