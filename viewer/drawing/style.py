"""Colours, light, materials, cameras and quality levels: how the plate looks, as data only.

Colours are (red, green, blue) from 0 to 1. Sizes on the screen are pixels at 100 % scaling.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from viewer.model.atlas.atlas import End, Kind, Point, Strength

Colour = tuple[float, float, float]


@dataclass(frozen=True)
class Theme:
    """The ground of the plate and the inks on it.

    How strongly it tells apart: ``recede`` is the share of the ground mixed into what is not selected, ``lift`` how
    much brighter the selected structure is, with an outline of ``outline_width`` and, where there is a ``rim``, a
    second line of that colour around it. ``plate`` is how dense the ground behind words is, ``shades`` how light
    tissues are.
    """

    top: Colour
    bottom: Colour
    ink: Colour
    quiet: Colour
    outline: Colour
    veil: Colour
    leader: Colour
    star: Colour
    star_ink: Colour
    recede: float = 0.30
    lift: float = 0.11
    outline_width: float = 2.2
    rim: Colour | None = None
    plate: float = 0.72
    shades: Mapping[Kind, float] = field(default_factory=dict, compare=False)


DARK = Theme(
    top=(0.235, 0.267, 0.298),
    bottom=(0.106, 0.122, 0.141),
    ink=(0.945, 0.937, 0.910),
    quiet=(0.62, 0.65, 0.67),
    outline=(1.0, 0.905, 0.70),
    veil=(0.17, 0.195, 0.22),
    leader=(0.72, 0.73, 0.72),
    star=(0.83, 0.82, 0.78),
    star_ink=(0.10, 0.11, 0.12),
)
LIGHT = Theme(
    top=(0.992, 0.988, 0.976),
    bottom=(0.906, 0.894, 0.867),
    ink=(0.114, 0.125, 0.137),
    quiet=(0.42, 0.43, 0.44),
    outline=(0.10, 0.115, 0.13),
    veil=(0.925, 0.915, 0.895),
    leader=(0.36, 0.37, 0.38),
    star=(0.27, 0.28, 0.30),
    star_ink=(0.98, 0.97, 0.95),
)
PAPER = replace(LIGHT, top=(1.0, 1.0, 1.0), bottom=(1.0, 1.0, 1.0), veil=(0.96, 0.955, 0.945))


@dataclass(frozen=True)
class Material:
    """How a tissue answers light: strength and tightness of its shine, and how much light its rim catches."""

    shine: float
    tightness: float
    rim: float


MATERIALS: dict[Kind, Material] = {
    Kind.BONE: Material(0.10, 18.0, 0.16),
    Kind.CARTILAGE: Material(0.24, 34.0, 0.16),
    Kind.MUSCLE: Material(0.20, 22.0, 0.14),
    Kind.LIGAMENT: Material(0.14, 24.0, 0.14),
    Kind.NERVE: Material(0.20, 28.0, 0.14),
    Kind.SKIN: Material(0.0, 10.0, 0.0),
    Kind.ARTERY: Material(0.22, 28.0, 0.14),
    Kind.VEIN: Material(0.22, 28.0, 0.14),
    Kind.LYMPH_NODE: Material(0.16, 20.0, 0.14),
    Kind.BURSA: Material(0.24, 34.0, 0.16),
    Kind.ORGAN: Material(0.18, 24.0, 0.14),
}

SWATCHES: dict[Kind, Colour] = {
    Kind.BONE: (0.890, 0.839, 0.729),
    Kind.CARTILAGE: (0.745, 0.804, 0.839),
    Kind.MUSCLE: (0.616, 0.188, 0.165),
    Kind.LIGAMENT: (0.867, 0.851, 0.800),
    Kind.NERVE: (0.886, 0.741, 0.290),
    Kind.SKIN: (0.839, 0.706, 0.627),
    Kind.ARTERY: (0.780, 0.240, 0.220),
    Kind.VEIN: (0.290, 0.420, 0.640),
    Kind.LYMPH_NODE: (0.520, 0.640, 0.400),
    Kind.BURSA: (0.600, 0.760, 0.800),
    Kind.ORGAN: (0.745, 0.545, 0.470),
    Kind.REGION: (0.660, 0.650, 0.630),
    Kind.TOPIC: (0.560, 0.560, 0.600),
}

FOOTPRINTS: dict[End, Colour] = {End.ORIGIN: (0.80, 0.16, 0.13), End.INSERTION: (0.16, 0.38, 0.72)}
FOOTPRINT_RIMS: dict[End, Colour] = {End.ORIGIN: (1.0, 0.80, 0.72), End.INSERTION: (0.80, 0.90, 1.0)}
HATCH_SPACING = 4.2  # mm from stripe to stripe
FOOTPRINT_LIFT = 0.4  # mm above the bone, so that the paint neither sinks in nor floats
FOOTPRINT_DEPTH = 34.0  # mm of tissue through which a footprint still shows faintly: the thickness of psoas
FOOTPRINT_THROUGH = 0.55  # how strongly it shows there

ZONES: dict[Strength, Colour] = {Strength.ESSENTIAL: (0.93, 0.42, 0.16), Strength.SPILLOVER: (0.94, 0.54, 0.18)}
ZONE_LIFT = 1.0  # mm above the skin
ZONE_EDGES: dict[Strength, float] = {
    Strength.ESSENTIAL: 10.0,
    Strength.SPILLOVER: 4.0,
}  # mm over which a zone fades out
DOT_SPACING = 9.0  # mm between the stipples of a spill-over zone

MARK = (1.0, 0.84, 0.30)
MARK_INK = (0.13, 0.10, 0.05)
MARK_RADIUS = 6.5
MARK_FRAME = 1.75  # radius of the ring around a shared trigger point, as a share of its own

PIN = (0.25, 0.13, 0.47)  # of a user's note
PIN_RIM = (0.97, 0.95, 1.0)
PIN_INK = (1.0, 1.0, 1.0)
PIN_LETTERS = 14.0

LABEL = 14.0
SMALL_LABEL = 12.0  # in a view that is low or narrow
ON_BONE = (0.13, 0.11, 0.09)  # of names that stand on bone or disc
ON_BONE_PLATE = (0.93, 0.89, 0.80)
SIDE_LETTER = 20.0
PROJECTOR_LETTERS = 0.044  # em as a share of the view's height: capitals are 0.72 of it, so more than 3 %
PROJECTOR_CAPTION = 0.050
PROJECTOR_HIGH = 400.0  # pixels of height for which lines and marks are as for one person: in higher views they grow
SECTION = 16.0
BADGE = 14.0
COMPASS_REACH, COMPASS_DISC = 30.0, 9.5

NERVE_DEPTH = 60.0  # mm of tissue through which a chosen nerve shows: all of psoas

SKIN_LIFT = 0.45  # how much brighter the skin is when it is selected: it has no outline
SHARED_WIDTH = 5.0  # of the line around a nerve that two compared muscles share
OUTLINE_DEPTH = 3.5  # mm that the outline stands back, so that folds within the structure stay unlined

EMPTY_WIDTH, EMPTY_DASH, EMPTY_GAP = 1.5, 7.0, 5.0  # of the broken line around an empty place
EMPTY_RIM, EMPTY_HALO = 1.8, 0.55  # how far and how strongly the ground shows around it
EMPTY_SHORTEST = 36.0  # folds whose contour is shorter stay unlined
EMPTY_DEPTH = 4.0  # mm that it stands before its place: what would bear it must not swallow it

STROKES: dict[str, Colour] = {
    "red": (0.86, 0.16, 0.08),
    "yellow": (0.99, 0.85, 0.20),
    "green": (0.05, 0.68, 0.46),
    "blue": (0.06, 0.27, 0.74),
    "white": (0.99, 0.99, 0.97),
    "black": (0.06, 0.065, 0.07),
}
"""The inks of lines drawn by hand: no two are of one lightness."""
_PALE, _DEEP = (1.0, 1.0, 0.98), (0.03, 0.032, 0.035)
CASINGS: dict[str, Colour] = {
    "red": _PALE, "yellow": _DEEP, "green": _DEEP, "blue": _PALE, "white": _DEEP, "black": _PALE,
}  # fmt: skip
CASING = 1.5  # pixels at 100 % that a casing shows on either side of a line

ANGLE = 22.0  # degrees of view: a long lens, as plates are drawn


@dataclass(frozen=True)
class Standpoint:
    """Where a standard view looks from: ``toward`` the body, with ``up`` upwards on the screen, and ``margin`` (a share
    of the view) left free on each side.
    """

    toward: Point
    up: Point
    margin: float = 0.06


FIRST = "first"
BACK, ASIDE = 55.0, 112.0  # mm behind the hip joints, and beside the middle, from which on another view shows more
STANDPOINTS: dict[str, Standpoint] = {
    "anterior": Standpoint((0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "posterior": Standpoint((0.0, -1.0, 0.0), (0.0, 0.0, 1.0)),
    "left": Standpoint((-1.0, 0.0, 0.0), (0.0, 0.0, 1.0)),
    "right": Standpoint((1.0, 0.0, 0.0), (0.0, 0.0, 1.0)),
    "superior": Standpoint((0.0, 0.0, -1.0), (0.0, -1.0, 0.0), 0.16),
    "inferior": Standpoint((0.0, 0.0, 1.0), (0.0, -1.0, 0.0), 0.16),
    FIRST: Standpoint((-0.30, 0.92, -0.16), (0.0, 0.0, 1.0)),
}


@dataclass(frozen=True)
class Quality:
    """What a frame costs: smoothed edges by post-processing (``fxaa``), proxies in place of full ones, what is seen
    through ``sorted`` by depth, and drawn how finely (``fineness``, a share of the screen's pixels along each side).

    ``finer_costs`` is how many times longer a frame of the next finer quality takes at most.
    """

    fxaa: bool
    proxies: bool
    sorted: bool
    fineness: float = 1.0
    finer_costs: float = 1.0


AT_REST = Quality(fxaa=True, proxies=False, sorted=True)
MOVING = (
    AT_REST,
    Quality(fxaa=False, proxies=True, sorted=False, finer_costs=9.0),
    Quality(fxaa=False, proxies=True, sorted=False, fineness=0.8, finer_costs=1.8),
    Quality(fxaa=False, proxies=True, sorted=False, fineness=0.6, finer_costs=2.0),
)
"""From fine to coarse. Each is drawn with only where the one before takes too long."""
FIRST_MOVING = 1
MOST = 2_500_000  # triangles of a frame at rest, until it is known how long one takes: the others stay proxies
