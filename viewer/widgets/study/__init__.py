"""Pages and dialogs to study with: comparison, touch, a class of bodies, sources."""
