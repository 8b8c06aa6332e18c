"""Organs as schematic masses: what a finger passes on its way to psoas and iliacus, and what it must not press."""
