"""The femur, the patella, and what is shown of the leg below the knee."""
