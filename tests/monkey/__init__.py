"""A monkey at the window: seeded nonsense by mouse, keys and files, and what must hold whatever it does.

``python -m tests.monkey --actions 20000 --seed 7`` lets it loose; ``tests/monkey/test_monkey.py`` does so as a test.
"""
