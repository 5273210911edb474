"""An update as one HTML file: no script, nothing from the network, light or dark as the reader has it, or on paper."""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from okrtui.frozen import frozen
from okrtui.i18n import spoken, tr
from okrtui.patterns import pattern
from okrtui.report.update.chart_svg import bar, chart
from okrtui.report.update.content import ObjectiveUpdate, Update
from okrtui.report.update.elements import Child, Element, Style, element, written
from okrtui.report.update.page import Page, Point, Section
from okrtui.report.update.phrases import Quote, Words, plain

_SHEET = Path(__file__).with_name("update.css")
_RIGHT_TO_LEFT = frozenset({"ar"})
_QUARTER = pattern(r"(\d{4}-Q\d)")
"""The name of a quarter: among words from right to left its parts would change places."""


def html_page(page: Page, update: Update) -> str:
    """The whole file.

    Args:
        page: what to say.
        update: what it was made of, for the pictures.
    """
    parts = _Parts(page.language, update)
    language = parts.around
    sheet = _sheet()
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", page.title),
        Style(sheet),
    )
    body = element("body", element("main", *parts.top(page), *map(parts.section, page.sections)))
    tree = element("html", head, body, lang=language, dir=_direction(language))
    return f"<!DOCTYPE html>\n{written(tree)}\n"


def _direction(language: str) -> str:
    return "rtl" if language in _RIGHT_TO_LEFT else "ltr"


def _charts() -> str:
    """What the lines of a chart are."""
    return tr(
        "Charts: the line with the dot is what was counted, the dashed one the pace that would just do, "
        "the dotted one where it is heading, the upright one today."
    )


@cache
def _sheet() -> str:
    return _SHEET.read_text(encoding="utf-8")


@frozen
class _Parts:
    """The parts of the file."""

    language: str
    """That of the plan's texts."""
    update: Update

    @property
    def ours(self) -> str:
        """The language of our own words."""
        return spoken()

    @property
    def around(self) -> str:
        """That of the page: ours, but the plan's where nobody asked for another than English."""
        return self.language if self.ours == "en" else self.ours

    def top(self, page: Page) -> Iterable[Element]:
        """What is seen first: the title, when it is, the headline, the counts."""
        counts = [element("li", self.said((words,)), class_=f"tag {tone}") for words, tone in page.counts]
        yield element(
            "header",
            element("h1", *self.said_in((page.title,))),
            *(self.paragraph(line, "lead") for line in page.lead),
            self.paragraph(page.headline, "headline"),
            element("ul", *counts, class_="counts") if counts else None,
        )

    def section(self, section: Section) -> Element:
        """A heading with its points."""
        chapters = section.name == "key results"
        points = [self.chapter(point) if chapters else self.point(point, "h3") for point in section.points]
        name = section.name.replace(" ", "-")
        lines = [*section.lines, (_charts(),)] if section.name == "legend" and self.has_charts else section.lines
        return element(
            "section",
            element("h2", *self.said_in((section.heading,))),
            *(self.paragraph(line) for line in lines),
            element("div" if chapters else "ul", *points) if points else None,
            self.paragraph((section.more,)) if section.more else None,
            class_=name,
        )

    @property
    def has_charts(self) -> bool:
        return self.update.plan.phase != "planning" and any(found.seen for found in self.update.key_results)

    def chapter(self, point: Point) -> Element:
        """An objective with its key results."""
        below = element("ul", *(self.point(each, "h4") for each in point.points)) if point.points else None
        return element("article", self.title(point, "h3"), *(self.paragraph(line) for line in point.lines), below)

    def point(self, point: Point, heading: str) -> Element:
        """A list item: a line where that is all, else a title with sentences and a picture."""
        if not point.lines and not point.position:
            tag = self.tag(point)
            return element("li", element("span", *self.named(point), class_="name"), tag, class_="line")
        picture = None
        if isinstance(point.about, ObjectiveUpdate):
            picture = bar(point.about)
        elif point.about is not None:
            picture = chart(point.about, self.update)
        words = element("div", self.title(point, heading), *(self.paragraph(line) for line in point.lines))
        return element("li", words, picture, class_="told")

    def title(self, point: Point, heading: str) -> Element:
        tag = self.tag(point)
        return element(heading, element("span", *self.named(point), class_="name"), tag)

    def named(self, point: Point) -> Iterable[Child]:
        """Position, title, and what belongs to it."""
        if point.position:
            yield element("span", point.position, class_="position")
            yield " "
        yield from self.said_in(point.title)
        if point.aside:
            yield " "
            yield element("span", "(", *self.said_in(point.aside), ")", class_="aside")

    def tag(self, point: Point) -> Element | None:
        if not point.tag:
            return None
        return element("span", self.said((point.tag,)), class_=f"tag {point.tone}")

    def paragraph(self, words: Words, class_: str | None = None) -> Element:
        """A sentence; one that is the plan's alone runs in its own direction."""
        if all(isinstance(part, Quote) for part in words):
            language = None if self.language == self.around else self.language
            return element("p", plain(words), class_=class_, lang=language, dir="auto")
        return self.said(words, "p", class_)

    def said(self, words: Words, tag: str = "span", class_: str | None = None) -> Element:
        """A sentence of ours with what it quotes, in our language and direction."""
        if self.around == self.ours:
            return element(tag, *self.children(words), class_=class_)
        return element(tag, *self.children(words), class_=class_, lang=self.ours, dir=_direction(self.ours))

    def said_in(self, words: Words) -> Iterable[Child]:
        """Words within something of the page's language: ours marked as ours."""
        for part in words:
            if isinstance(part, Quote) or self.around == self.ours:
                yield from self.children((part,))
            else:
                yield self.said((part,))

    def children(self, words: Words) -> Iterator[Child]:
        """Words of ours, and texts of the plan, which keep their direction to themselves."""
        for part in words:
            if isinstance(part, Quote):
                yield element("bdi", part.text, lang=None if self.language == self.ours else self.language)
            elif self.ours in _RIGHT_TO_LEFT:
                yield from (element("bdi", text) if _QUARTER.fullmatch(text) else text for text in _QUARTER.split(part))
            else:
                yield part
