"""A copy of the program for computers without Python: one folder, which is unpacked and started.

It stands in ``docs`` with all else that publishes the program: nothing here is imported by it or carried in a wheel.
"""
