"""``python -m meshes.sculpt``: build the meshes. Shows progress, stops cleanly on Ctrl+C, exits 2 on bad tables."""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path


def main() -> int:
    """Parse the command line and bake; 0 when all stands, 2 for a refused table, recipe or surface, 130 stopped."""
    parser = argparse.ArgumentParser(prog="python -m meshes.sculpt", description="Sculpt and bake the meshes.")
    parser.add_argument("only", nargs="*", metavar="ID", help="structures to build (default: all that changed)")
    parser.add_argument("--out", type=Path, help="folder to bake into (default: meshes/baked)")
    parser.add_argument("--jobs", type=int, help="processes to use (default: one for each core)")
    args = parser.parse_args()
    for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ[threads] = "1"  # sums of several threads differ in their last bits, and processes fill the cores
    return _bake(args)


def _bake(args: argparse.Namespace) -> int:
    from meshes.sculpt.baking import bake  # noqa: PLC0415  (after the number of threads is set)
    from meshes.sculpt.baking.checks import CheckFailedError  # noqa: PLC0415
    from meshes.sculpt.tables import TableError  # noqa: PLC0415

    start = time.perf_counter()
    try:
        result = bake.bake(args.only, args.out or bake.BAKED, args.jobs, _show)
    except KeyboardInterrupt:
        print("\nStopped. The old files are whole.", file=sys.stderr)  # noqa: T201
        return 130
    except (TableError, CheckFailedError, KeyError, OSError) as error:
        print(f"\n{error}\nNothing was written; the old files are whole.", file=sys.stderr)  # noqa: T201
        return 2
    seconds = time.perf_counter() - start
    print(f"\n{len(result.written)} built, {len(result.current)} were current, {seconds:.0f} s.")  # noqa: T201
    return 0


def _show(done: int, total: int, what: str, seconds: float) -> None:
    """One line of progress, drawn over the last one in a terminal."""
    bar = "#" * round(30 * done / total)
    line = f"[{bar:30}] {done}/{total}  {what} ({seconds:.1f} s)"
    print(f"\r{line:100}" if sys.stdout.isatty() else line, end="" if sys.stdout.isatty() else "\n", flush=True)  # noqa: T201


if __name__ == "__main__":
    raise SystemExit(main())
