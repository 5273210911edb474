"""The README says what is true: keys, settings, fields, and where its links lead."""

import re
from pathlib import Path

from okrtui.model.plan import Action, Change, CheckIn, KeyResult, Objective, Parked, Retrospective, Unsettled
from okrtui.report.settings_words import ABOUT, table
from okrtui.storage.settings import Settings
from okrtui.tui.key_table import key_table

TOP = Path(__file__).parents[2]
README = (TOP / "README.md").read_text(encoding="utf-8")


def test_the_key_table_is_that_of_the_program() -> None:
    table = README.split("<!-- keys -->\n")[1].split("\n<!-- end of keys -->")[0]
    assert table == key_table(), "paste the output of: python -m okrtui.tui.key_table"


def test_every_field_of_the_file_is_named() -> None:
    children = {"key_results", "check_ins", "actions"}
    for item in (Objective, KeyResult, CheckIn, Action, Parked, Change, Retrospective, Unsettled):
        for name in set(item.FIELDS) - children:
            assert f"`{name}`" in README, name


def test_the_settings_table_is_that_of_the_program() -> None:
    shown = README.split("<!-- settings -->\n")[1].split("\n<!-- end of settings -->")[0]
    assert shown == table(), "paste the output of: python -m okrtui.report.settings_words"
    assert {*ABOUT, "keys"} == set(Settings.FIELDS)


def test_every_link_leads_somewhere() -> None:
    headings = {line.lstrip("# ").lower().replace(" ", "-") for line in README.splitlines() if line.startswith("#")}
    for place in re.findall(r"\]\(([^)]+)\)", README):
        assert place[1:] in headings if place.startswith("#") else (TOP / place).is_file(), place
