"""Runs first in the packed program: what it starts, such as a web browser, shall not look for libraries in its folder.

The way to them was needed while the process began; it is known to the loader by now.
"""

import os

before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
os.environ.pop("LD_LIBRARY_PATH", None)
if before is not None:
    os.environ["LD_LIBRARY_PATH"] = before
