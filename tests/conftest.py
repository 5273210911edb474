"""What holds for every test."""

from hypothesis import settings

settings.register_profile("okrtui", deadline=None, derandomize=True, max_examples=40)
settings.load_profile("okrtui")
