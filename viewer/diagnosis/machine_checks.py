"""The machine: versions, libraries, memory, processors, and who looks at it from where."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from viewer import system_libraries
from viewer.diagnosis.finding import Finding, Level
from viewer.health import display, machine
from viewer.language import tr

OLDEST_PYTHON = (3, 11)
NEEDED = ("PySide6", "numpy", "vtkmodules", "jsonschema")
MEMORY = 1024
"""MiB free below which it may get tight: a window takes about half of that."""


def machine_checks() -> Iterator[Finding]:
    """Whatever does not depend on a display or on data."""
    yield from _versions()
    yield Finding(Level.OK, machine.system())
    yield from _libraries()
    yield _memory()
    yield _cores()
    yield from _distance()


def _versions() -> Iterator[Finding]:
    versions = machine.versions()
    yield Finding(Level.OK, ", ".join(f"{name} {version}" for name, version in versions.items() if version))
    if sys.version_info < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        yield Finding(Level.PROBLEM, tr("This Python is too old"), tr("Install Python {wanted}").format(wanted=wanted))
    if missing := machine.lacking(NEEDED):
        told = tr("Libraries of Python are missing: {names}").format(names=", ".join(missing))
        yield Finding(Level.PROBLEM, told, tr("Type: {python} -m pip install -e .").format(python=sys.executable))


def _libraries() -> Iterator[Finding]:
    if not sys.platform.startswith("linux"):
        return
    if lacking := system_libraries.packages(system_libraries.FOR_A_WINDOW):
        told = tr("System libraries are missing: {names}").format(names=", ".join(sorted(lacking)))
        advice = tr("On Debian or Ubuntu, type: {command}")
        yield Finding(Level.PROBLEM, told, advice.format(command=system_libraries.command(lacking)))
    else:
        yield Finding(Level.OK, tr("All system libraries that a window needs are there"))


def _memory() -> Finding:
    total, free = (round(amount / 2**20) for amount in machine.memory())
    told = tr("Memory: {total} MiB, {free} MiB of it free").format(total=total or "?", free=free or "?")
    if 0 < free < MEMORY:
        return Finding(Level.NOTE, told, tr("Close other programs if it gets slow"))
    return Finding(Level.OK, told)


def _cores() -> Finding:
    count = machine.cores()
    told = tr("%n processor core(s)", "", count)
    return Finding(Level.OK, told) if count > 1 else Finding(Level.NOTE, told, tr("Turning may be slow with one core"))


def _distance() -> Iterator[Finding]:
    if ways := list(machine.far_away()):
        told = tr("Seen from another machine, by {ways}").format(ways=", ".join(ways))
        yield Finding(Level.NOTE, told, tr("Every frame goes over the network: a small window turns more smoothly"))
    if display.is_in_memory():
        yield Finding(Level.NOTE, tr("The display is in memory (Xvfb): nobody sees it"))
    if machine.is_virtual():
        told = tr("A virtual machine")
        yield Finding(Level.NOTE, told, tr("If turning is slow, switch on 3D acceleration in its settings"))
