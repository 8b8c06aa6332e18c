"""A library of the system that a Python process does not find, though it is there."""

WITHOUT_XCB_CURSOR = """
import ctypes
load = ctypes.CDLL.__init__
def init(self, name, *more, **also):
    if name and str(name).startswith("libxcb-cursor"):
        raise OSError(name)
    load(self, name, *more, **also)
ctypes.CDLL.__init__ = init
"""
