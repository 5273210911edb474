"""What holds for every test."""

import os

from hypothesis import settings

os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"  # whatever terminal the tests are started in; read at Textual's import
settings.register_profile("okrtui", deadline=None, derandomize=True, max_examples=40)
settings.load_profile("okrtui")
