"""What the program runs on: versions, system, processor, memory, screens, and whether it is seen from far away."""

from __future__ import annotations

import ctypes
import os
import platform
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from viewer import paths
from viewer.health import display

LIBRARIES: Mapping[str, str] = {
    "PySide6": "PySide6_Essentials", "NumPy": "numpy", "VTK": "vtk", "PyVista": "pyvista", "jsonschema": "jsonschema",
}  # fmt: skip
_VIRTUAL = re.compile(r"qemu|kvm|vmware|virtualbox|innotek|xen|bochs|parallels|virtual machine|bhyve", re.I)


def versions() -> dict[str, str]:
    """Names and versions of the program and what it stands on; an empty version where there is none."""
    return {
        "Iliopsoas": paths.version(),
        "Python": platform.python_version(),
        **{name: _version(package) for name, package in LIBRARIES.items()},
    }


def lacking(modules: Iterable[str]) -> list[str]:
    """Those modules that this Python cannot find; a build of its own has them without telling their versions."""
    return [name for name in modules if find_spec(name) is None]


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def system() -> str:
    """The operating system and the kind of processor; nothing that names this machine."""
    return f"{platform.platform()} ({platform.machine()})"


def cores() -> int:
    """How many processors this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def memory() -> tuple[int, int]:
    """Bytes of memory in all, and those that are free for programs; 0 where it is not known."""
    if sys.platform == "win32":
        return _memory_of_windows()
    told = _memory_of_linux()
    if told is not None:
        return told
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"), 0
    except (OSError, ValueError):
        return 0, 0


def _memory_of_linux() -> tuple[int, int] | None:
    try:
        rows = dict(re.findall(r"^(\w+):\s+(\d+) kB", Path("/proc/meminfo").read_text(encoding="ascii"), re.M))
        return int(rows["MemTotal"]) * 1024, int(rows["MemAvailable"]) * 1024
    except (OSError, ValueError, KeyError):
        return None


def _memory_of_windows() -> tuple[int, int]:
    class Status(ctypes.Structure):
        _fields_ = (
            ("length", ctypes.c_ulong),
            ("load", ctypes.c_ulong),
            *((name, ctypes.c_ulonglong) for name in ("total", "free", "a", "b", "c", "d", "e")),
        )

    status = Status(length=ctypes.sizeof(Status))
    ctypes.WinDLL("kernel32").GlobalMemoryStatusEx(ctypes.byref(status))  # type: ignore[attr-defined]  # Windows only
    return int(status.total), int(status.free)


def far_away() -> Iterator[str]:
    """The names of what stands between this machine and whoever looks at its screen, as far as it shows."""
    if os.environ.get("SSH_CONNECTION"):
        yield "SSH"
    if os.environ.get("XRDP_SESSION") or os.environ.get("SESSIONNAME", "").upper().startswith("RDP-"):
        yield "RDP"
    if "vnc" in display.server().lower() or "VNC-EXTENSION" in display.extensions():
        yield "VNC"


def is_virtual() -> bool:
    """Whether this is a virtual machine that does not hide it."""
    folder = Path("/sys/class/dmi/id")
    return any(_VIRTUAL.search(_read(folder / name)) for name in ("sys_vendor", "product_name", "board_vendor"))


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
