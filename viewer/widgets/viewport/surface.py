"""The one OpenGL surface format that the whole process must agree on before its first window exists."""

from __future__ import annotations

from PySide6.QtGui import QSurfaceFormat


def surface_format() -> QSurfaceFormat:
    """Desktop OpenGL 3.2 core, as VTK's Qt widget asks for; set later it would leave a black view on Wayland."""
    wanted = QSurfaceFormat()
    wanted.setRenderableType(QSurfaceFormat.RenderableType.OpenGL)
    wanted.setProfile(QSurfaceFormat.OpenGLContextProfile.CoreProfile)
    wanted.setVersion(3, 2)
    wanted.setAlphaBufferSize(8)
    wanted.setDepthBufferSize(8)
    wanted.setSwapBehavior(QSurfaceFormat.SwapBehavior.DoubleBuffer)
    return wanted
