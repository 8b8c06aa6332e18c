"""The anatomy itself: ``sculpt`` holds the recipes, ``baked`` the meshes that they make."""
