"""Menus, bar, help, icons, look and language of the window."""
