"""In front of a class: the projector, a second screen, the lesson that is given."""
