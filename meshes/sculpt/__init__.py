"""Recipes that sculpt every bone, disc, muscle and the skin from named landmarks and published measurements.

``python -m meshes.sculpt`` builds them all into ``meshes/baked``. A recipe reads its numbers from a table in
``tables/`` (each with a unit and a source), describes the anatomy as a signed distance field (millimetres,
negative inside) and lets :mod:`meshes.sculpt.kernel.surface` turn that field into a clean closed surface.
"""
