"""Installs the system libraries that a window needs: ``python -m tests.system_packages``.

On Debian or Ubuntu, and as root, what is missing is installed; elsewhere the one line to type is told. The program
itself only says what is missing. Exit code 2 says that something is missing still.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping

from viewer import system_libraries
from viewer.arguments import Refused


def main() -> int:
    """Set this machine up. Returns the exit code."""
    try:
        ensure(system_libraries.FOR_A_WINDOW)
    except Refused as refusal:
        print(f"iliopsoas: {refusal}", file=sys.stderr)  # noqa: T201
        return 2
    return 0


def ensure(needed: Mapping[str, str]) -> None:
    """Install the packages of those libraries that do not load. Raises Refused where some still do not afterwards."""
    packages = system_libraries.packages(needed)
    if packages and may_install():
        install(packages)
    system_libraries.require(needed)


def may_install() -> bool:
    """Whether this process may install Debian packages."""
    return shutil.which("apt-get") is not None and os.geteuid() == 0


def install(packages: Iterable[str]) -> None:
    """Install Debian packages quietly, saying so; what fails shows when they are looked for again."""
    names = sorted(packages)
    print(f"iliopsoas: installing {', '.join(names)} ...", file=sys.stderr)  # noqa: T201
    for words in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *names]):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(
            ["apt-get", "-o", "DPkg::Lock::Timeout=600", *words],
            env=quiet,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )


if __name__ == "__main__":
    raise SystemExit(main())
