"""Makes every picture in this folder, and the texts that the tests hold the screens to.

Run from the top of the repository: ``.venv/bin/python screenshots/make.py``
"""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

import resvg_py

os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"  # whatever terminal this is started in

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from tests.support.stories import TOLD, told  # noqa: E402

TEXTS = HERE.parent / "tests" / "tui" / "screens"
FONT = "DejaVu Sans Mono"


async def make() -> None:
    """Tell each story and keep what the screen shows: a text, an SVG and a PNG."""
    TEXTS.mkdir(exist_ok=True)
    for name, story, size in TOLD:
        with tempfile.TemporaryDirectory() as folder:
            async with told(story, size, Path(folder)) as desk:
                svg = desk.app.export_screenshot(title="okrtui")
                text = desk.screen.rstrip() + "\n"
        (TEXTS / f"{name}.txt").write_text(text, encoding="utf-8")
        (HERE / f"{name}.svg").write_text(svg, encoding="utf-8")
        picture = resvg_py.svg_to_bytes(svg_string=svg, font_family=FONT, monospace_family=FONT)
        (HERE / f"{name}.png").write_bytes(bytes(picture))
        print(name)


if __name__ == "__main__":
    asyncio.run(make())
