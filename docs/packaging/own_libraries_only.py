"""Runs first in the packed program: what it starts begins as if it had been started by hand.

The way to the folder's libraries was needed while the process began, and the loader knows it by now. A web browser must
not look for its own there; and the program itself, started anew by itself, finds them anew.
"""

import os

before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
os.environ.pop("LD_LIBRARY_PATH", None)
if before is not None:
    os.environ["LD_LIBRARY_PATH"] = before
os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
