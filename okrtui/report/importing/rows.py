"""The rows of a spreadsheet to items: what a blank cell means, whose a value is, which rows are no items."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from okrtui.i18n import mark, tr
from okrtui.model.text import LINE_LIMIT, clean_line
from okrtui.patterns import pattern
from okrtui.report.importing.drafts import Draft, name_of
from okrtui.report.importing.field_words import field_words
from okrtui.report.importing.headers import DATES, Column, Heading
from okrtui.report.importing.meanings import ITEMS, SHARED, WORKED_OUT, Item, item_named
from okrtui.report.importing.notes import Notes, some_of
from okrtui.report.importing.problems import Problem, shown
from okrtui.report.importing.table import Row
from okrtui.report.importing.values import Reader, clean, is_blank, too_long
from okrtui.report.importing.words import fold, vocabulary

_BULLET = pattern(r"(?:[-–—•●▪*·・◦‣]|\d{1,2}[.)])\s+|[•●▪·・◦‣]")
_NEEDS = {
    # for translators: said of the cell for the objective, which is named before it
    "objective": mark("is empty, and no row above names one"),
    # for translators: said of the cell for the key result, which is named before it
    "key_result": mark("is empty, and an action serves a key result; write which"),
}


@dataclass
class Gathering:
    """What the rows say so far."""

    heading: Heading
    reader: Reader
    notes: Notes
    plan: Draft = field(default_factory=lambda: Draft("objective", "", 0))
    """What holds the objectives."""
    problems: list[Problem] = field(default_factory=list)
    objective: Draft | None = None
    """The one that a blank cell means."""
    key_result: Draft | None = None
    """The one that a blank cell means; None right below a new objective."""
    doubted: set[str] = field(default_factory=set)
    """The kinds of cells of which was said how they are read."""
    statuses: dict[str, list[int]] = field(default_factory=dict)
    """What key results have for a status, with the lines."""
    is_title_missed: bool = False
    """Whether the title of an objective or key result was looked for and is in no column that is read."""

    def read(self, rows: Iterable[Row], header: Row) -> None:
        """Take in the rows below the header; what is wrong with them is kept in ``problems``."""
        head = tuple(map(fold, header.cells))
        for row in rows:
            if tuple(map(fold, row.cells)) == head:
                continue  # the header again, on top of a printed page
            before = len(self.problems)
            cells = self._cells(row)
            if len(self.problems) > before:
                continue
            if self._is_total(row, cells):
                self.notes.leave_out(tr("a row that only adds up the others"), row.line)
            elif self.heading.own or any(column.field not in WORKED_OUT for column in cells):
                self._take(row, cells)
        self._tell_statuses()
        if self.is_title_missed and self.heading.unknown:
            self.problems.append(Problem(header.line, "", self.heading.not_understood()))

    def _tell_statuses(self) -> None:
        """Say which words are left out, as okrtui works out itself how a key result stands."""
        if self.statuses:
            words = some_of(tuple(self.statuses))
            what = tr("the status of key results, which okrtui tells from their numbers: {words}", words=words)
            for line in sorted(line for lines in self.statuses.values() for line in lines):
                self.notes.leave_out(what, line)

    def _cells(self, row: Row) -> dict[Column, str]:
        """What stands in the columns that are read, cleaned; blank cells left out."""
        found: dict[Column, str] = {}
        for column in self.heading.columns:
            if not (text := row.cell(column.index)):
                continue
            try:
                cleaned = clean(text, column.field)
            except ValueError as error:
                self._refuse(row, column, text, error)
                continue
            if cleaned.stripped:
                self.notes.leave_out(tr("control characters and direction overrides in a text"), row.line)
            if cleaned.text and (self.heading.own or not is_blank(cleaned.text, column.field)):
                found[column] = cleaned.text
            elif any(map(str.isalpha, cleaned.text)):
                # for translators: how a cell was read: "tbd as no value"
                self.notes.read(tr("{cell} as no value", cell=shown(cleaned.text)), row.line)
        return found

    def _is_total(self, row: Row, cells: Mapping[Column, str]) -> bool:
        named = [text for column, text in cells.items() if column.field in ITEMS]
        first = next((cell for cell in row.cells if cell), "")
        return fold(first) in vocabulary().totals and named in ([], [first])

    def _take(self, row: Row, cells: Mapping[Column, str]) -> None:
        before = len(self.problems)
        titles = self._titles(row, cells)
        if len(self.problems) > before:
            return
        actions = self._place(row, titles, cells)
        if len(self.problems) > before:
            return
        item = next((item for item in reversed(ITEMS) if item in titles), None)
        for column, text in cells.items():
            if column.field not in (*ITEMS, *WORKED_OUT, "level", "title"):
                self._put(row, column, text, item, actions)

    def _titles(self, row: Row, cells: Mapping[Column, str]) -> dict[Item, str]:
        """The titles that a row names, by the kind of item."""
        by_field = {column.field: text for column, text in cells.items()}
        titles: dict[Item, str] = {item: by_field[item] for item in ITEMS if item in by_field}
        if (level := self.heading.find("level")) is None:
            return titles
        item = item_named(by_field.get("level", ""))
        if item is not None and "title" in by_field:
            titles[item] = by_field["title"]
        elif item is None:
            # for translators: said of a cell, which stands before it; the words are those to write in the file
            said = tr("is none of {one}, {two} and {three}", one="objective", two="key result", three="action")
            self._refuse(row, level, by_field.get("level", ""), said)
        else:
            said = tr("is empty; write one, or delete the row")
            self.problems.append(Problem(row.line, field_words("title"), said))
        return titles

    def _place(self, row: Row, titles: Mapping[Item, str], cells: Mapping[Column, str]) -> list[Draft]:
        """Find or make the row's objective and key result, and make its actions, which are given."""
        objective, key_result = self._names(titles, cells)
        if objective:
            found = self.plan.child("objective", objective, titles.get("objective", ""), row.line)
            if found is not self.objective:
                self.key_result = None
            self.objective = found
        if self.objective is None:
            self._miss(row, "objective")
            return []
        if key_result:
            self.key_result = self.objective.child("key_result", key_result, titles.get("key_result", ""), row.line)
        if "action" not in titles:
            self._tell_merged(row, titles)
            return []
        if self.key_result is None:
            self._miss(row, "key_result")
            return []
        actions: list[Draft] = []
        texts = [text for column, text in cells.items() if column.field == "action"] or [titles["action"]]
        for title in (title for text in texts for title in _split(text)):
            if len(title) > LINE_LIMIT:
                problem = too_long(len(title), str(LINE_LIMIT))
                self.problems.append(Problem(row.line, field_words("action"), _said_of(title, problem)))
            name = f"{row.line}:{len(actions)}:{name_of(title)}"  # two actions may be called the same
            actions.append(self.key_result.child("action", name, clean_line(title), row.line))
        return actions

    def _tell_merged(self, row: Row, titles: Mapping[Item, str]) -> None:
        """Say that a row tells of the key result of another one, as they are called the same."""
        found = self.key_result
        if "key_result" not in titles or found is None or found.line == row.line or self.heading.own:
            return
        what = tr('rows of the same title as one key result, "{title}"', title=shown(found.title))
        for line in (found.line, row.line):
            self.notes.read(what, line)

    def _names(self, titles: Mapping[Item, str], cells: Mapping[Column, str]) -> tuple[str, str]:
        """What tells the row's objective and key result from others; empty where they are those of the row above."""
        if self.heading.own:
            numbers = {column.field: text for column, text in cells.items()}
            if objective := numbers.get("objective_number"):
                return objective, numbers.get("key_result_number", "")
        return name_of(titles.get("objective", "")), name_of(titles.get("key_result", ""))

    def _put(self, row: Row, column: Column, text: str, item: Item | None, actions: Sequence[Draft]) -> None:
        """Give a cell's value to whom it belongs; ``item`` is what the row is about, None where it names none."""
        owners = self._owners(column, item, actions)
        if column.field == "status" and not any(owner.kind == "action" for owner in owners):
            self.statuses.setdefault(shown(text), []).append(row.line)
        elif not owners and item is None:
            self.is_title_missed = True
            # for translators: said of a cell, which stands before it
            self._refuse(row, column, text, tr("belongs to no key result; write its title in this row"))
        elif not owners:
            field = field_words(column.field)
            said = tr("the {field} of an action, as only key results have one", field=field)
            if item == "objective":
                said = tr("the {field} of an objective, as only key results have one", field=field)
            self.notes.leave_out(said, row.line)
        else:
            try:
                value = self.reader.value(column, text)
                self._note_doubt(row, column, text, value)
                for owner in self._among(row, column, value, owners, actions):
                    owner.put(column.field, value, row.line)
            except ValueError as error:
                self._refuse(row, column, text, error)

    def _note_doubt(self, row: Row, column: Column, text: str, value: object) -> None:
        """Say how a cell was read that could have been read otherwise; one example of numbers and one of dates."""
        kind = "date" if column.field in DATES else "confidence" if column.field == "confidence" else "number"
        if kind in self.doubted or self.heading.own:
            return
        if doubt := self.reader.doubt(column, text, value, row.line):
            self.doubted.add(kind)
            self.notes.read(doubt)

    def _owners(self, column: Column, item: Item | None, actions: Sequence[Draft]) -> list[Draft]:
        """The items that a cell says something of."""
        of = column.of or item or "key_result"
        if of == "action" and not actions and column.field in SHARED:
            of = "key_result"
        if of == "key_result" and self.key_result is None and column.field == "notes":
            of = "objective"
        if of == "objective":
            return [self.objective] if self.objective and column.field in ("why", "notes") else []
        if of == "action":
            return list(actions)
        elsewhere = self.heading.find("level") is not None and item != "key_result"
        return [self.key_result] if self.key_result and not elsewhere else []

    def _among(
        self, row: Row, column: Column, value: object, owners: Sequence[Draft], actions: Sequence[Draft]
    ) -> Sequence[Draft]:
        """The owners, but the row's actions where the key result is that of a row above and had its say there."""
        if owners != [self.key_result] or self.key_result is None or self.key_result.line == row.line or not actions:
            return owners
        has_own = any(other.of == "action" and other.field == column.field for other in self.heading.columns)
        told = has_own or column.field not in SHARED or self.key_result.values.get(column.field) == value
        return owners if told else actions

    def _miss(self, row: Row, item: Item) -> None:
        self.is_title_missed = True
        self.problems.append(Problem(row.line, field_words(item), tr(_NEEDS[item])))

    def _refuse(self, row: Row, column: Column, text: str, error: object) -> None:
        self.problems.append(Problem(row.line, column.said, _said_of(text, str(error))))


def _said_of(text: str, problem: str) -> str:
    """What is wrong with a cell, behind what stands in it."""
    if not (cell := shown(text)):
        return problem
    # for translators: a cell, and what is wrong with it: "abc" and "is no number; …"
    return tr("{cell} {problem}", cell=cell, problem=problem)


def _split(text: str) -> list[str]:
    """The actions in a cell: one a line where each line begins with a bullet or a number, else one."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and all(_BULLET.match(line) for line in lines):
        return [_BULLET.sub("", line, count=1).strip() for line in lines]
    return [" ".join(text.split())]
