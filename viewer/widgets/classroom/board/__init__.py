"""Drawing by hand on the picture and on the body, as on a blackboard."""
