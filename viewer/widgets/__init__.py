"""The controls around the scene. Nothing here knows VTK, except ``viewport``."""
