"""The 3D scene, drawn with PyVista. Nothing here knows Qt."""
