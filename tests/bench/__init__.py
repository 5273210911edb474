"""How fast the program is, beside a bare Textual tree of the same nodes: python -m tests.bench."""
