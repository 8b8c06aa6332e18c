"""What must be true of every baked surface; a bake writes nothing that fails one of these."""

from __future__ import annotations

import numpy as np
import trimesh

from meshes.sculpt.kernel.surface import Surface, volume
from meshes.sculpt.recipe import Recipe


class CheckFailedError(ValueError):
    """A surface may not be written; the message names the structure, the check, what was found and expected."""


def check(recipe: Recipe, surface: Surface) -> None:
    """Raise CheckFailedError for the first check that a sculpted surface does not pass."""
    mesh = trimesh.Trimesh(surface.points, surface.faces, process=False)
    cubic_cm = volume(surface.points, surface.faces) / 1000.0
    genus = (2 * recipe.bodies - mesh.euler_number) // 2
    low, high = recipe.volume
    findings = (
        ("finite points", bool(np.isfinite(surface.points).all()), "a coordinate is not a number", "numbers only"),
        ("closed", mesh.is_watertight, "an open edge", "none"),
        ("outward", mesh.is_winding_consistent and cubic_cm > 0, f"signed volume {cubic_cm:.1f} cm3", "positive"),
        ("bodies", mesh.body_count == recipe.bodies, f"{mesh.body_count} bodies", str(recipe.bodies)),
        ("genus", genus == recipe.genus, f"{genus} handles", str(recipe.genus)),
        ("volume", low <= cubic_cm <= high, f"{cubic_cm:.1f} cm3", f"{low:g} to {high:g}"),
    )
    for name, passed, found, expected in findings:
        if not passed:
            raise CheckFailedError(f"{recipe.id}: check '{name}' failed: found {found}, expected {expected}")
