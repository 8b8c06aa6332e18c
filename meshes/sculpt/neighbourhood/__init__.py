"""What the muscles around psoas and iliacus share: gates across any course, and all that they must stay clear of."""
