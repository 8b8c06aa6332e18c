"""How the plate looks for a class: a plain ground, words on dense plates, and what is chosen clear without any hue.

A washed-out beamer, a greyscale print and eyes that do not tell red from green leave lightness alone: the double line
around what is chosen is light and dark, so it differs from whatever is beside it; veins are darker than arteries.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from viewer.drawing import style
from viewer.model.atlas.atlas import Kind

SHADES = MappingProxyType({Kind.VEIN: 0.45, Kind.CARTILAGE: 0.80, Kind.MUSCLE: 0.94})
OUTLINE, RIM = (1.0, 0.945, 0.72), (0.02, 0.022, 0.025)

DARK = replace(
    style.DARK,
    top=(0.052, 0.060, 0.070),
    bottom=(0.052, 0.060, 0.070),
    ink=(1.0, 0.995, 0.975),
    quiet=(0.78, 0.80, 0.82),
    outline=OUTLINE,
    rim=RIM,
    veil=(0.105, 0.118, 0.132),
    leader=(0.94, 0.94, 0.92),
    star=(0.95, 0.94, 0.90),
    star_ink=(0.03, 0.035, 0.04),
    recede=0.54,
    lift=0.30,
    outline_width=2.1,
    plate=0.94,
    shades=SHADES,
)
LIGHT = replace(
    style.LIGHT,
    top=(0.985, 0.982, 0.972),
    bottom=(0.985, 0.982, 0.972),
    ink=(0.035, 0.04, 0.045),
    quiet=(0.27, 0.28, 0.29),
    outline=OUTLINE,
    rim=RIM,
    veil=(0.955, 0.950, 0.938),
    leader=(0.12, 0.125, 0.13),
    star=(0.10, 0.105, 0.11),
    star_ink=(1.0, 0.995, 0.98),
    recede=0.50,
    lift=0.16,
    outline_width=2.1,
    plate=0.94,
    shades=SHADES,
)
