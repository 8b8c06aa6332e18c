"""The 3D view: the only place where Qt and the scene meet."""
