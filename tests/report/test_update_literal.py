"""Texts of a plan are data: no format of the update takes them for its own marks."""

import csv
import html
import io
import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from okrtui.examples import EXAMPLE_DAY
from okrtui.i18n import speak
from okrtui.model.plan import Phase
from okrtui.report.update.elements import Style, element, written
from okrtui.report.update.formats import FORMATS
from okrtui.report.update.markdown import literal
from okrtui.report.update.phrases import Quote
from okrtui.report.update.table import COLUMNS, MARK
from tests.report.updates import HOSTILE, everywhere, example, made

GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OURS = {
    *("html", "head", "meta", "title", "style", "body", "main", "header", "section", "article", "div"),
    *("h1", "h2", "h3", "h4", "p", "ul", "li", "span", "bdi"),
    *("svg", "rect", "line", "polyline", "circle", "text"),
}


class Read(HTMLParser):
    """What a browser finds in a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.mark.parametrize("phase", ["planning", "active", "closed"])
def test_html_shows_every_title_as_it_is_and_has_no_mark_of_theirs(phase: Phase) -> None:
    found = Read(made(everywhere(HOSTILE, phase), "html"))
    assert found.tags <= OURS
    assert not {name for name in found.attributes if name.startswith("on") or name in {"style", "href", "src"}}
    for title in HOSTILE:
        assert title in found.texts, title


def test_html_is_one_page_that_lets_nothing_in() -> None:
    page = made(example(), "html")
    assert page.startswith('<!DOCTYPE html>\n<html lang="en" dir="ltr"><head><meta charset="utf-8">')
    policy = html.unescape(re.findall(r'Content-Security-Policy" content="([^"]+)"', page)[0])
    assert re.fullmatch(r"default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'", policy)
    assert "http://" not in page and "https://" not in page and "<script" not in page and "url(" not in page


def test_an_arabic_page_keeps_the_name_of_a_quarter_in_its_order() -> None:
    speak("ar")
    page = made(example(), "html")
    assert page.startswith('<!DOCTYPE html>\n<html lang="ar" dir="rtl">')
    assert "<h1><bdi>2026-Q4</bdi>: " in page
    body = page.partition("<body>")[2]
    assert not re.search(r"(?<!<bdi>)2026-Q4", body)


def test_elements_escape_what_they_hold() -> None:
    node = element("p", "<b>", Style("p > a {}"), class_='"><i>', aria_label="a & b", x=None)
    assert written(node) == (
        '<p class="&quot;&gt;&lt;i&gt;" aria-label="a &amp; b">&lt;b&gt;<style>p > a {}</style></p>'
    )


def shown(markdown: str) -> list[str]:
    """The lines of text that a reader of rendered Markdown sees, and nothing but paragraphs, lists and headings."""
    tokens = GITHUB.parse(markdown)
    kinds = {token.type for token in tokens} | {part.type for token in tokens for part in token.children or ()}
    assert not kinds - {
        *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text", "softbreak"),
        *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "strong_open", "strong_close"),
        "text_special",
    }
    return [
        "".join("\n" if part.type == "softbreak" else part.content for part in token.children or ())
        for token in tokens
        if token.type == "inline"
    ]


@pytest.mark.parametrize("phase", ["planning", "active", "closed"])
def test_markdown_shows_every_title_as_it_is(phase: Phase) -> None:
    markdown = made(everywhere(HOSTILE, phase), "md")
    text = "\n".join(shown(markdown))
    for number, title in enumerate(HOSTILE, 1):
        assert f"\n{number} {title}\n" in text, title
        assert f"\n1.{number} {title}" in text, title
    assert markdown.count("\n### ") == len(HOSTILE)


@settings(max_examples=60)
@given(st.text(st.sampled_from("ab 1.)-+=#>*_`~[]()<&;|\\!$:/"), min_size=1, max_size=14))
def test_any_text_stays_what_it_is_in_markdown(text: str) -> None:
    line = " ".join(text.split())
    if line:
        assert shown(f"- {literal((Quote(line),), at_start=True)}\n") == [line]
        assert shown(
            f"x\n\n- **1.1 {literal((Quote(line),))}** (on)\n  {literal((Quote(line),), at_start=True)}\n"
        ) == [
            "x",
            f"1.1 {line} (on)\n{line}",
        ]


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith(MARK) and text.count("\r\n") > 1
    return list(csv.DictReader(io.StringIO(text.removeprefix(MARK), newline="")))


def test_no_cell_of_the_table_becomes_a_formula_and_numbers_stay_numbers() -> None:
    formulas = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "'=1", "＝1", "-", "=cmd|' /C calc'!A0")
    told = rows(made(everywhere(formulas), "csv"))
    first = [row for row in told if row["Objective number"] == "1"]
    assert [row["Key result"] for row in first] == [f"'{text.strip()}" for text in formulas]
    for row in told:
        for name, cell in row.items():
            if name not in ("Baseline", "Target", "Current", "Change", "Progress %", "Needed a week", "Forecast"):
                assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")), (name, cell)
    assert {(row["Current"], row["Progress %"], row["Baseline"], row["Change"]) for row in first} == {
        ("-2.50", "-25", "0", "-0.50")
    }
    assert made(everywhere(["-1,250", "Win"]), "csv").count(",'-1,250") == 0  # a comma is quoted, too
    assert '"\'-1,250"' in made(everywhere(["-1,250", "Win"]), "csv")


def test_the_table_has_a_row_a_key_result_and_one_for_an_objective_without() -> None:
    told = rows(made(example(), "csv"))
    assert len(told) == 16 and tuple(told[0]) == COLUMNS
    assert {row["Quarter"] for row in told} == {"2026-Q4"}
    mqls = told[0]
    assert (mqls["Baseline"], mqls["Current"], mqls["Target"], mqls["Change"]) == ("40", "53", "65", "2")
    assert (mqls["Due date"], mqls["Current on"], mqls["Pace"]) == ("2026-12-31", "2026-11-09", "on track")
    empty = rows(made(everywhere(["Go", "Stay"]), "csv"))[-1]
    assert (empty["Objective number"], empty["Objective"], empty["Key result"]) == ("2", "Stay", "")
    prose = everywhere(['say "no", twice', "Win"])
    assert rows(made(prose, "csv"))[0]["Why"] == 'say "no", twice\nsay "no", twice'


def test_json_holds_the_same_update_as_values() -> None:
    document = json.loads(made(example(), "json"), parse_float=str)
    assert (document["schema_version"], document["quarter"], document["since"]) == (1, "2026-Q4", "2026-11-05")
    assert document["risks"] == ["4.2", "3.1", "3.4", "2.2", "4.4"]
    assert (document["reached"], document["moved"][:2]) == (["1.3"], ["1.2", "1.3"])
    assert [found["title"] for found in document["late"]][:1] == ["Get a standard contract from legal"]
    first = document["objectives"][0]["key_results"][0]
    assert (first["current_before"], first["current"], first["progress"]) == (51, 53, "0.52")
    assert document["goalposts"][0]["key_result"] == "2.4"
    hostile = json.loads(made(everywhere(HOSTILE), "json"))
    assert [found["title"] for found in hostile["objectives"]] == list(HOSTILE)


def test_a_terminal_is_sent_no_control_character_whatever_the_file_holds() -> None:
    text = "red \x1b[31m \u202edrow \x9b2J \x07 \x00"
    for name in FORMATS:
        told = made(everywhere([text, "Win"]), name, EXAMPLE_DAY)
        assert not {char for char in told if char not in "\r\n" and not char.isprintable()} - {MARK, "\ufeff"}
        assert "␛" in told or "\\u001b" in told
