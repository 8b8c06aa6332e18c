"""Facts and state. Nothing here knows a widget or draws anything."""
