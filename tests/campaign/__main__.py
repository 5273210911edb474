"""The long campaign: ``python -m tests.campaign [KILLS [SECONDS]]``, by default 1,000 kills, 600 s of each fuzzing."""

import random
import sys
import tempfile
from pathlib import Path

from tests.campaign.fuzz import fuzz
from tests.campaign.kills import kill_many
from tests.campaign.windows import edit_at_once

_KILLS, _SECONDS, _EDITS = 1_000, 600, 500


def _say(text: str) -> None:
    print(text, flush=True)


def main(words: list[str]) -> None:
    """Run the campaign; ends with an error, and the seed in its words, at the first broken promise."""
    kills, seconds = (int(word) for word in [*words, *map(str, (_KILLS, _SECONDS)[len(words) :])])
    seed = random.SystemRandom().randrange(10**6)
    with tempfile.TemporaryDirectory() as folder:
        _say(f"seed {seed}: {edit_at_once(Path(folder) / 'windows', _EDITS, seed)}")
        (Path(folder) / "kills").mkdir()
        _say(f"seed {seed}: {kill_many(Path(folder) / 'kills', kills, seed, _say)}")
    fuzz(seconds, _say)


if __name__ == "__main__":
    main(sys.argv[1:])
