"""One widget a file; state flows into them, intent comes out as messages."""
