"""Drawing by the processor where the graphics card offers too little: what to tell Mesa, once and never again."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

MARK = "ILIOPSOAS_DRAWN_BY_PROCESSOR"
"""Set in the environment, to the reason, once drawing by the processor was asked for, so that it is asked for once."""
TOO_LITTLE, WISHED = "too little OpenGL", "wished for"
_WISHES = {
    "LIBGL_ALWAYS_SOFTWARE": "1",
    "GALLIUM_DRIVER": "llvmpipe",
    "__GLX_VENDOR_LIBRARY_NAME": "mesa",
}
_STEERING = (
    "LIBGL_DRIVERS_PATH", "LIBGL_ALWAYS_INDIRECT", "MESA_GL_VERSION_OVERRIDE", "MESA_LOADER_DRIVER_OVERRIDE",
    "MESA_GLSL_VERSION_OVERRIDE", "GBM_BACKEND",
)  # fmt: skip
"""Variables that lead Mesa elsewhere; whatever they were for, it did not work."""
_EGL_OF_MESA = Path("/usr/share/glvnd/egl_vendor.d/50_mesa.json")


def is_there() -> bool:
    """Whether this system draws by the processor when it is asked to."""
    return sys.platform.startswith("linux")


def may_help() -> bool:
    """Whether it does, and was not asked yet."""
    return is_there() and not reason()


def reason() -> str:
    """Why this run was asked to draw by the processor; empty where it was not."""
    return os.environ.get(MARK, "")


def ask_for() -> None:
    """Have this process draw by the processor; it must not have looked at a display yet."""
    wanted = environment(os.environ, WISHED)
    for name in os.environ.keys() - wanted.keys():
        del os.environ[name]
    os.environ.update(wanted)


def environment(before: Mapping[str, str], why: str = TOO_LITTLE) -> dict[str, str]:
    """The variables with which Mesa draws by the processor."""
    kept = {name: value for name, value in before.items() if name not in _STEERING}
    egl = {"__EGL_VENDOR_LIBRARY_FILENAMES": str(_EGL_OF_MESA)} if _EGL_OF_MESA.exists() else {}
    return {**kept, **egl, **_WISHES, MARK: why}
