"""``python -m docs.packaging`` builds ``dist/iliopsoas``, the folder, and packs it for a school's computers.

It takes the extra ``package`` (``pip install -e ".[package]"``), and runs where the folder will run: a folder built on
one system starts on that and newer ones. Exit code 2 says that something is missing here.
"""

from __future__ import annotations

import argparse
import platform
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path

from viewer import system_libraries
from viewer.arguments import Refused

ROOT = Path(__file__).resolve().parent.parent.parent
NAME = "iliopsoas"
TOOLS = ("objdump", "objcopy", "strip")
PYTHON_S_OWN = {str(sysconfig.get_config_var("INSTSONAME")): f"libpython{sysconfig.get_python_version()}"}
"""Python as a library, which some systems have in a package of its own."""


def main(words: Sequence[str] | None = None) -> int:
    """Build and pack. Returns the exit code."""
    asked = _arguments(words)
    try:
        folder = build(asked.out.resolve())
    except Refused as fault:
        print(f"packaging: {fault}", file=sys.stderr)  # noqa: T201
        return 2
    print(f"{folder}: {size(folder) / 1e6:.0f} MB")  # noqa: T201
    if not asked.folder_only:
        packed = pack(folder)
        print(f"{packed}: {packed.stat().st_size / 1e6:.0f} MB")  # noqa: T201
    return 0


def build(out: Path) -> Path:
    """Build the folder inside ``out``, in place of one that was there, and return it. Raises Refused."""
    require_tools()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".building-", dir=out) as work:
        _run_pyinstaller(Path(work))
        finish(Path(work, NAME))
        shutil.rmtree(out / NAME, ignore_errors=True)
        return Path(shutil.move(Path(work, NAME), out / NAME))


def _run_pyinstaller(work: Path) -> None:
    from PyInstaller.__main__ import run  # noqa: PLC0415 - where they are missing, that is told

    from docs.packaging.notices import NoLicenceError  # noqa: PLC0415

    spec, places = (
        str(Path(__file__).with_name("iliopsoas.spec")),
        ("--distpath", str(work), "--workpath", f"{work}/.work"),
    )
    try:
        run([spec, "--noconfirm", "--log-level", "WARN", *places])
    except NoLicenceError as fault:
        raise Refused(str(fault)) from fault


def finish(folder: Path) -> None:
    """Take away symbols, and put what is to be read where it is seen first."""
    from docs.packaging.contents import to_strip  # noqa: PLC0415

    for library in to_strip(folder):
        subprocess.run(["strip", "--strip-unneeded", library], check=True)
    shutil.move(folder / "_internal" / "licences", folder / "licences")
    shutil.copyfile(ROOT / "LICENSE", folder / "LICENSE")
    shutil.copyfile(Path(__file__).with_name("START.txt"), folder / "START.txt")


def require_tools() -> None:
    """Make sure that everything is here that the build takes. Raises Refused."""
    try:
        import hatchling  # noqa: F401, PLC0415
        import PyInstaller  # noqa: F401, PLC0415
    except ModuleNotFoundError as missing:
        raise Refused(f'{missing.name} is missing. Type: {sys.executable} -m pip install -e ".[package]"') from missing
    if sys.platform.startswith("linux"):
        if lacking := [tool for tool in TOOLS if shutil.which(tool) is None]:
            raise Refused(f"missing: {', '.join(lacking)}. Type: {system_libraries.command(['binutils'])}")
        if sysconfig.get_config_var("Py_ENABLE_SHARED"):
            system_libraries.require(PYTHON_S_OWN)


def pack(folder: Path) -> Path:
    """The folder as one file beside it, to be carried to other computers."""
    packed = folder.with_name(f"{NAME}-{platform.system().lower()}-{platform.machine()}.tar.gz")
    with tarfile.open(packed, "w:gz", compresslevel=6) as archive:
        archive.add(folder, NAME, filter=_nobody_s)
    return packed


def size(folder: Path) -> int:
    """Bytes of all files in it."""
    return sum(file.lstat().st_size for file in folder.rglob("*") if not file.is_dir())


def _nobody_s(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Whoever built it is no matter of those who unpack it."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    return entry


def _arguments(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m docs.packaging", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "dist", metavar="FOLDER", help="where to, dist unless told")
    parser.add_argument("--folder-only", action="store_true", help="do not pack the folder into one file")
    return parser.parse_args(words)


if __name__ == "__main__":
    raise SystemExit(main())
