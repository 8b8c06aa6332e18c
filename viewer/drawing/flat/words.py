"""Words on the screen: one text actor per thing said, kept from frame to frame so that unchanged text costs nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from vtkmodules.vtkRenderingCore import vtkRenderer, vtkTextActor, vtkTextProperty, vtkTextRenderer

from viewer.drawing.flat.shapes2d import Pixels
from viewer.drawing.style import Colour

LEADING = 1.15  # from line to line, as a multiple of VTK's own


class Align(IntEnum):
    """Which part of a text stands at its place, as VTK numbers them."""

    LEFT = 0
    CENTRE = 1
    RIGHT = 2


@dataclass(frozen=True)
class Script:
    """How words look: height of the letters' em in pixels, colour, and the plate behind them where they have one."""

    size: float
    colour: Colour
    align: Align = Align.LEFT
    bold: bool = False
    opacity: float = 1.0
    ground: Colour | None = None
    ground_opacity: float = 0.72


class Words:
    """The words in one renderer: say each one anew for a frame, then ``settle``; what was not said is gone."""

    def __init__(self, stage: vtkRenderer) -> None:
        vtkTextRenderer.GetInstance().SetDefaultBackend(vtkTextRenderer.FreeType)  # else "$...$" is a formula of TeX
        self._stage = stage
        self._actors: dict[str, vtkTextActor] = {}
        self._said: set[str] = set()
        self._measures: dict[tuple[str, Script, int], tuple[float, float]] = {}

    def say(self, key: str, text: str, place: Pixels, script: Script) -> None:
        """Shows a text whose vertical middle stands at ``place`` (pixels, origin lower left)."""
        if key not in self._actors:
            self._actors[key] = vtkTextActor()
            self._stage.AddViewProp(self._actors[key])
        actor = self._actors[key]
        if actor.GetInput() != text:
            actor.SetInput(text)
        self._dress(actor.GetTextProperty(), script, self._tiles)
        actor.SetPosition(*place)
        actor.SetVisibility(True)
        self._said.add(key)

    def settle(self) -> None:
        """Hides what was not said since the last time."""
        for key, actor in self._actors.items():
            if key not in self._said:
                actor.SetVisibility(False)
        self._said.clear()

    def measure(self, text: str, script: Script) -> tuple[float, float]:
        """Width and height of a text in pixels."""
        key = (text, script, self._dpi)
        if key not in self._measures:
            box = [0, 0, 0, 0]
            style = vtkTextProperty()
            self._dress(style, script, 1)
            vtkTextRenderer.GetInstance().GetBoundingBox(style, text, box, self._dpi)
            self._measures[key] = (float(box[1] - box[0] + 1), float(box[3] - box[2] + 1))
        return self._measures[key]

    @property
    def _dpi(self) -> int:
        window = self._stage.GetRenderWindow()
        return window.GetDPI() if window is not None else 72

    @property
    def _tiles(self) -> int:
        """In how many tiles along each side a large picture is drawn: VTK makes letters so many times larger then."""
        window = self._stage.GetRenderWindow()
        return int(window.GetTileScale()[0]) if window is not None else 1

    def _dress(self, style: vtkTextProperty, script: Script, enlarged: int) -> None:
        style.SetFontFamilyToArial()
        style.SetFontSize(max(round(script.size * 72 / self._dpi / enlarged), 1))
        style.SetBold(script.bold)
        style.SetColor(*script.colour)
        style.SetOpacity(script.opacity)
        style.SetJustification(int(script.align))
        style.SetVerticalJustificationToCentered()
        style.SetLineSpacing(LEADING)
