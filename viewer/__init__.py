"""The program: ``model`` knows facts and state, ``drawing`` the 3D scene, ``widgets`` the controls around it."""
