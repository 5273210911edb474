"""Hypothesis draws the same examples on every run here, and a slow machine is no failure."""

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")
