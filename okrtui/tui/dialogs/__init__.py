"""Small windows: pick one, ask, write a line, read."""
