"""Drawing by the processor where the graphics card offers too little: what to tell Mesa, once and never again."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

MARK = "ILIOPSOAS_DRAWN_BY"
"""Set in the environment once drawing by the processor was asked for, so that it is asked for once."""
_PROCESSOR = "processor"
_WISHES = {
    MARK: _PROCESSOR,
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


def may_help() -> bool:
    """Whether this system draws by the processor when it is asked to, and was not asked yet."""
    return sys.platform.startswith("linux") and not was_asked_for()


def was_asked_for() -> bool:
    """Whether this run draws by the processor because nothing else worked."""
    return os.environ.get(MARK) == _PROCESSOR


def environment(before: Mapping[str, str]) -> dict[str, str]:
    """The variables with which Mesa draws by the processor."""
    kept = {name: value for name, value in before.items() if name not in _STEERING}
    egl = {"__EGL_VENDOR_LIBRARY_FILENAMES": str(_EGL_OF_MESA)} if _EGL_OF_MESA.exists() else {}
    return {**kept, **egl, **_WISHES}
