"""The terminal itself: what is read from it, and what has to be sent so that it shows what Textual drew."""
