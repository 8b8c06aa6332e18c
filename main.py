"""The door: ``python main.py`` opens the viewer, ``python main.py --help`` says what else it can do."""

from __future__ import annotations

from viewer.app import main

if __name__ == "__main__":
    raise SystemExit(main())
