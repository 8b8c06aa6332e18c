"""Each structure as an actor of the scene, and its shading."""
