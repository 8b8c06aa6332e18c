"""What wraps the hip joint: its capsule with three ligaments, the labrum, and the bursa before it."""
