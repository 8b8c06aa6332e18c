"""The display and who draws on it, as another process sees them: a driver that crashes takes only that one down."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from viewer.diagnosis.finding import Finding, Level
from viewer.health import itself, software
from viewer.language import tr

SMALLEST = (1024, 700)
"""Pixels of a screen on which everything has room."""
DRIVERS = "sudo apt-get install -y libgl1-mesa-dri"
_TAIL = 300  # letters of a complaint


@dataclass(frozen=True)
class Probed:
    """What the other process said, by its stages, and how it ended: empty words where it ended well."""

    seen: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    end: str = ""


def probe(environment: Mapping[str, str]) -> Probed:
    """Have another process look."""
    ended = itself.run(["--probe"], environment)
    seen: dict[str, Any] = {}
    for line in ended.said.splitlines():
        try:
            told = json.loads(line)
        except ValueError:
            continue
        if isinstance(told, dict):
            seen |= told
    return Probed(seen, "" if ended.code == 0 else _end(ended))


def display_checks(probed: Probed, has_display: bool) -> Iterator[Finding]:
    """Is there a display, how large is it, and what draws on it."""
    if not has_display:
        yield Finding(
            Level.PROBLEM,
            tr("There is no display to open a window on"),
            tr("Start it from a desktop session. --screenshot, --list and --describe need none"),
        )
        return
    yield from _screens(probed)
    yield _graphics(probed)


def _screens(probed: Probed) -> Iterator[Finding]:
    told = probed.seen.get("screens")
    if told is None:
        return
    names = [str(name) for name in told.get("screens", ())]
    seen = tr("Display: {platform}, {screens}").format(platform=told.get("platform"), screens=", ".join(names) or "–")
    sizes = [tuple(map(int, name.split(" ")[0].split("x"))) for name in names]
    if sizes and not any(width >= SMALLEST[0] and height >= SMALLEST[1] for width, height in sizes):
        advice = tr("It is small: fold the list with Ctrl+B, or fill the screen with F5")
        yield Finding(Level.NOTE, seen, advice)
    else:
        yield Finding(Level.OK, seen)


def _graphics(probed: Probed) -> Finding:
    told = probed.seen.get("graphics", {})
    seen = " | ".join(str(told.get(name) or "–") for name in ("vendor", "renderer", "version"))
    if told.get("suffices") and not told.get("by_processor"):
        return Finding(Level.OK, f"OpenGL: {seen}")
    if told.get("suffices"):
        advice = tr("No graphics card is at work, the processor draws. It works; turning may be slower")
        return Finding(Level.NOTE, f"OpenGL: {seen}", advice)
    if told:
        return _by_processor(tr("OpenGL 3.2 is not there: {seen}").format(seen=seen), starts_itself=True)
    crashed = tr("The graphics could not be looked at: the process that tried {end}").format(end=probed.end or "–")
    return _by_processor(crashed, starts_itself=False)


def _by_processor(seen: str, starts_itself: bool) -> Finding:
    """Whether it works when the processor draws; ``starts_itself`` says whether the program then does so unasked."""
    if not sys.platform.startswith("linux"):
        return Finding(Level.PROBLEM, seen, _advice())
    instead = probe(software.environment(os.environ)).seen.get("graphics", {})
    if not instead.get("suffices"):
        return Finding(Level.PROBLEM, seen, _advice())
    drawn = tr("The processor can draw instead ({name})").format(name=instead.get("renderer"))
    if starts_itself:
        return Finding(Level.NOTE, seen, f"{drawn}; {tr('the program sees to that by itself')}")
    return Finding(Level.PROBLEM, seen, f"{drawn}: LIBGL_ALWAYS_SOFTWARE=1 python main.py")


def _advice() -> str:
    if sys.platform == "win32":
        return tr("Update the graphics driver, or put Mesa's opengl32.dll beside python.exe to have the processor draw")
    if sys.platform == "darwin":
        return tr("Update the system")
    return tr("Update the graphics driver; on Debian or Ubuntu, type: {command}").format(command=DRIVERS)


def _end(ended: itself.Ended) -> str:
    """How a process ended, in words that stand behind a subject."""
    last = " ".join(ended.complained.split())[-_TAIL:]
    if ended.code is None:
        return tr("did not come to an end")
    if ended.code < 0:
        try:
            name = signal.Signals(-ended.code).name
        except ValueError:
            name = str(-ended.code)
        return f"{tr('crashed with {signal}').format(signal=name)} ({last})" if last else name
    return tr("ended with {code} ({last})").format(code=ended.code, last=last)
