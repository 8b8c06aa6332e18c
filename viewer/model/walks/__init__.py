"""Guided walks to a muscle by touch, and movements in steps: files that a teacher can write, read and checked."""
