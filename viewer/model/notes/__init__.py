"""A user's own notes: kept, written to their file, exported, pinned to places."""
