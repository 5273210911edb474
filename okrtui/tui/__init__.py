"""The full-screen interface. Textual lives here and nowhere else."""
