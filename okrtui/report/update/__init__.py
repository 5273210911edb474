"""The update that leadership reads: one content, one renderer a format."""
