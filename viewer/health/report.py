"""The report that a person may send: what went wrong, on what, after which commands. It tells not who they are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from PySide6.QtGui import QGuiApplication

from viewer.health import machine
from viewer.health.faults import Fault
from viewer.health.graphics import Graphics
from viewer.health.privacy import scrubbed
from viewer.health.screens import screens
from viewer.language import tr


def report(
    faults: Iterable[Fault], deeds: Iterable[str], graphics: Graphics, crash: str = "", private: Iterable[str] = ()
) -> str:
    """The whole text. ``deeds`` are the names of the last commands, ``crash`` is what the run before died of.

    The ``private`` texts are taken out wherever they stand.
    """
    parts = [
        (
            tr("Iliopsoas, report of {time}").format(time=f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"),
            _surroundings(graphics),
        ),
        (tr("The last commands"), list(deeds) or ["–"]),
        *((_heading(fault), [fault.trace.rstrip()]) for fault in faults),
    ]
    if crash:
        parts.append((tr("The run before ended with this"), [crash]))
    text = "\n\n".join("\n".join((heading, *lines)) for heading, lines in parts)
    return f"{scrubbed(text, private)}\n"


def _heading(fault: Fault) -> str:
    return fault.words if fault.count == 1 else f"{fault.words} (× {fault.count})"


def _surroundings(graphics: Graphics) -> list[str]:
    total, free = (round(amount / 2**20) for amount in machine.memory())
    return [
        ", ".join(f"{name} {version or '–'}" for name, version in machine.versions().items()),
        machine.system(),
        " | ".join(("OpenGL", graphics.vendor or "–", graphics.renderer or "–", graphics.version or "–")),
        f"{QGuiApplication.platformName()}: " + ", ".join(screens()),
        tr("{cores} cores, {free} of {total} MiB of memory free").format(cores=machine.cores(), free=free, total=total),
    ]
