"""How fast the program is, as ratios that hold on any machine: ``python -m benchmarks``."""
