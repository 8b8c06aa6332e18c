"""What draws: the OpenGL that a window gets here, asked of Qt."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QOffscreenSurface, QOpenGLContext

NEEDED = (3, 2)
"""The version of OpenGL without which VTK draws nothing."""
_STRINGS = {"vendor": 0x1F00, "renderer": 0x1F01, "version": 0x1F02}  # GL_VENDOR, GL_RENDERER, GL_VERSION
_PROCESSORS = (
    "llvmpipe", "softpipe", "swrast", "software rasterizer", "swiftshader", "basic render", "gdi generic", "openswr",
)  # fmt: skip
"""Parts of the names of what draws without a graphics card."""


@dataclass(frozen=True)
class Graphics:
    """Who draws, in the words of the driver."""

    vendor: str = ""
    renderer: str = ""
    version: str = ""

    @property
    def by_processor(self) -> bool:
        """Whether there is no graphics card at work."""
        return any(name in self.renderer.lower() for name in _PROCESSORS)

    @property
    def short(self) -> str:
        """The renderer's name without what stands in brackets behind it."""
        return self.renderer.partition("(")[0].strip() or self.vendor


def context(at_least: tuple[int, int] = NEEDED) -> QOpenGLContext | None:
    """A context of the usual format and of a version that can draw; None where there is no such here."""
    found = QOpenGLContext()
    return found if found.create() and found.format().version() >= at_least else None


def graphics(context: QOpenGLContext) -> Graphics:
    """Who draws in a context; nothing is told where it does not answer."""
    surface = QOffscreenSurface(context.screen())
    surface.create()
    if not context.makeCurrent(surface):
        return Graphics()
    functions = context.functions()
    told = {name: str(functions.glGetString(number) or "") for name, number in _STRINGS.items()}
    context.doneCurrent()
    return Graphics(**told)
