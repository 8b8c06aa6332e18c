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
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
NAME = "iliopsoas"


class CannotBuildError(Exception):
    """The folder cannot be built here; the message says what is missing and what to do."""


def main() -> int:
    """Build and pack. Returns the exit code."""
    asked = _arguments()
    try:
        folder = build(asked.out.resolve())
    except CannotBuildError as fault:
        print(f"packaging: {fault}", file=sys.stderr)  # noqa: T201
        return 2
    print(f"{folder}: {size(folder) / 1e6:.0f} MB")  # noqa: T201
    if not asked.folder_only:
        packed = pack(folder)
        print(f"{packed}: {packed.stat().st_size / 1e6:.0f} MB")  # noqa: T201
    return 0


def build(out: Path) -> Path:
    """Build the folder inside ``out``, in place of one that was there, and return it. Raises CannotBuildError."""
    require_tools()
    from PyInstaller.__main__ import run  # noqa: PLC0415 - where it is missing, that is told

    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".building-", dir=out) as work:
        spec = str(Path(__file__).with_name("iliopsoas.spec"))
        run([spec, "--noconfirm", "--log-level", "WARN", "--distpath", f"{work}/dist", "--workpath", f"{work}/work"])
        finish(Path(work, "dist", NAME))
        shutil.rmtree(out / NAME, ignore_errors=True)
        return Path(shutil.move(f"{work}/dist/{NAME}", out / NAME))


def finish(folder: Path) -> None:
    """Take away symbols, and put what is to be read where it is seen first."""
    from docs.packaging.contents import to_strip  # noqa: PLC0415

    for library in to_strip(folder):
        subprocess.run(["strip", "--strip-unneeded", library], check=True)
    shutil.move(folder / "_internal" / "licences", folder / "licences")
    shutil.copyfile(ROOT / "LICENSE", folder / "LICENSE")
    shutil.copyfile(Path(__file__).with_name("START.txt"), folder / "START.txt")


def require_tools() -> None:
    """Make sure that everything is here that the build takes. Raises CannotBuildError."""
    try:
        import hatchling  # noqa: F401, PLC0415
        import PyInstaller  # noqa: F401, PLC0415
    except ModuleNotFoundError as missing:
        told = f'{missing.name} is missing. Type: {sys.executable} -m pip install -e ".[package]"'
        raise CannotBuildError(told) from missing
    lacking = [tool for tool in ("objdump", "objcopy", "strip") if shutil.which(tool) is None]
    if lacking and sys.platform.startswith("linux"):
        raise CannotBuildError(f"{', '.join(lacking)} missing. On Debian type: sudo apt-get install -y binutils")


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


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m docs.packaging", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "dist", metavar="FOLDER", help="where to, dist unless told")
    parser.add_argument("--folder-only", action="store_true", help="do not pack the folder into one file")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
