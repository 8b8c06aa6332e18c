"""Psoas major, psoas minor and iliacus as bundles of fascicles on the bones that they hold on to."""
