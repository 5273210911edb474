"""Plans and settings on disk: read with care, written whole or not at all. Knows the model, no screen."""
