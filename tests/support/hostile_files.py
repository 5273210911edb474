"""Files that a stranger, an accident or a bad disk makes: quarter files and spreadsheets, from a table of ideas."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

LONGEST = 8.0
"""Seconds of work that a hostile file may cost: two on a usual machine, and four times that on a slow one."""

TOP = 'schema = 1\nquarter = "2026-Q4"\nstart = 2026-10-01\nend = 2026-12-31\n'
OBJECTIVE = '[[objectives]]\nid = "ob0001"\ntitle = "Win the trust of larger customers"\n'
KEY_RESULT = '[[objectives.key_results]]\nid = "kr0001"\ntitle = "Sign 9 partners"\nbaseline = 0\n'
ACTION = '[[objectives.key_results.actions]]\nid = "ac0001"\nstatus = "todo"\n'
CHECK_IN = "[[objectives.key_results.check_ins]]\ndate = 2026-10-12\n"
PARKED = '[[not_now]]\nid = "pk0001"\n'
WHOLE = TOP + OBJECTIVE + KEY_RESULT

TEXTS = {
    "escape": "a\x1b[2Jb",
    "clipboard": "\x1b]52;c;aGk=\x07",
    "c1": "a\x9b31mb",
    "nul": "a\x00b",
    "delete": "a\x7fb",
    "bidi": "a\u202eb\u2066c",
    "tags": "a\U000e0041b",
    "separators": "a\u2028b\x85c",
    "zero width": "a\u200bb\ufeffc",
    "markup": "[/x] [red]a[/red] [@click=app.quit]x[/] [link=http://e]y[/link] [$primary]",
    "backslash": "a\\",
    "formula": '=HYPERLINK("http://e";"x")',
    "html": "<script>alert(1)</script>",
    "markdown": "![x](http://e) `code` # | *",
    "template": "{0} %s ${HOME} $(id) `id`",
    "merge marks": "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x",
    "emoji": "👩‍👩‍👧 👍🏽 1️⃣ ❤️",
    "noncharacter": "a\uffff\ufdd0b",
    "1 MB": "x" * 1_000_000,
    "100,000": "word " * 20_000,
}
TEXT_PLACES = {
    "focus": TOP + "focus = {}\n",
    "title": TOP + OBJECTIVE.replace('"Win the trust of larger customers"', "{}"),
    "unit": WHOLE + "unit = {}\n",
    "action": WHOLE + ACTION + "title = {}\n",
    "note": WHOLE + CHECK_IN + "value = 1\nnote = {}\n",
    "request": TOP + PARKED + "request = {}\n",
}
_LONG = 2
_FOR_LONG_ONES = {"title", "note"}
"""The last texts, which cost the most, stand in these places alone."""
NUMBERS = (
    "nan", "inf", "-inf", "1e400", "1e-400", "-1", "-999999999999999", "999999999999999", "1" * 16, "9" * 5000,
    "0x1" + "0" * 5000, "0.1", "0.1000000000000000000001", "1e15", "1e99999999999999999999", "-0.0", "true", '"30"',
)  # fmt: skip
NUMBER_PLACES = {
    "target": WHOLE + "target = {}\n",
    "weight": WHOLE + "weight = {}\n",
    "confidence": WHOLE + "confidence = {}\n",
    "value": WHOLE + CHECK_IN + "value = {}\n",
}
TYPES = ("1", "true", '"x"', "2026-01-01", "09:00:00", "[]", "[[1]]", "{}", "{a = 1}", "[{a = [{}]}]")
TYPE_PLACES = {
    "quarter": "quarter = {}\nstart = 2026-10-01\nend = 2026-12-31\n",
    "start": 'quarter = "2026-Q4"\nstart = {}\nend = 2026-12-31\n',
    "objectives": TOP + "objectives = {}\n",
    "key results": TOP + "[[objectives]]\nkey_results = {}\n",
    "check-ins": WHOLE + "check_ins = {}\n",
    "accepted": WHOLE + "accepted = {}\n",
    "retrospective": TOP + "retrospective = {}\n",
    "unknown": TOP + "nobody_knows = {}\n",
}
STRUCTURES: dict[str, bytes] = {
    "empty": b"",
    "BOM": b"\xef\xbb\xbf" + WHOLE.encode(),
    "two BOMs": b"\xef\xbb\xbf\xef\xbb\xbf" + WHOLE.encode(),
    "CRLF": WHOLE.replace("\n", "\r\n").encode(),
    "CR": WHOLE.replace("\n", "\r").encode(),
    "NUL": WHOLE.encode() + b"\0",
    "all NUL": b"\0" * 5000,
    "latin-1": (TOP + 'focus = "été"\n').encode("latin-1"),
    "UTF-16": WHOLE.encode("utf-16"),
    "surrogate": TOP.encode() + b'focus = "\xed\xa0\x80"\n',
    "cut": WHOLE.encode()[:-9],
    "merge": f"{TOP}<<<<<<< HEAD\nfocus = 'a'\n=======\nfocus = 'b'\n>>>>>>> x\n".encode(),
    "key twice": (TOP + "focus = 'a'\nfocus = 'b'\n").encode(),
    "id twice": (WHOLE + OBJECTIVE).encode(),
    "id of a path": (TOP + "[[objectives]]\nid = '../../x'\n").encode(),
    "empty ids": (TOP + "[[objectives]]\nid = ''\n" * 3).encode(),
    "long id": (TOP + f"[[objectives]]\nid = '{'i' * 100_000}'\n").encode(),
    "deep list": (TOP + "x = " + "[" * 5000 + "]" * 5000).encode(),
    "deep table": (TOP + "x = " + "{a = " * 5000 + "1" + "}" * 5000).encode(),
    "deep key": (TOP + "a." * 100_000 + "b = 1").encode(),
    "deep heading": (TOP + "[" + "a." * 5000 + "b]").encode(),
    "100,000 objectives": TOP.encode() + b"[[objectives]]\n" * 100_000,
    "100,000 actions": (WHOLE + f"actions = [{'{},' * 100_000}]").encode(),
    "70,000 check-ins": (WHOLE + f"check_ins = [{'{date=2026-10-12,value=1},' * 70_000}]").encode(),
    "100,000 keys": (TOP + "".join(f"k{n} = 1\n" for n in range(100_000))).encode(),
    "100,000 numbers": (TOP + f"x = [{'1,' * 100_000}]").encode(),
    "quotes": TOP.encode() + b'"""' * 300_000,
    "escapes": TOP.encode() + b'x = "' + b'\\"' * 500_000,
    "comments": TOP.encode() + b"#\n" * 500_000,
    "50 MB": WHOLE.encode() + b"# x\n" * 12_500_000,
    "newer": b"schema = 2\n" + WHOLE.encode()[11:],
    "much newer": b"schema = 999999\n[[moods]]\n",
    "newer and broken": b"schema = 7\nquarter = 1\n",
    "schema 0": WHOLE.replace("schema = 1", "schema = 0").encode(),
    "year 1": TOP.replace("2026-10-01", "0001-10-01").encode(),
    "year 9999": TOP.replace("2026-12-31", "9999-12-31").encode(),
    "other quarter": TOP.replace("2026-Q4", "2026-Q3").encode(),
    "path as quarter": TOP.replace("2026-Q4", "../2026-Q4").encode(),
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
}
SPECIAL: dict[str, Callable[[Path], object]] = {
    "FIFO": os.mkfifo,
    "directory": Path.mkdir,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "terminal": lambda path: path.symlink_to("/dev/tty"),
    "process": lambda path: path.symlink_to("/proc/self/mem"),
    "link to itself": lambda path: path.symlink_to(path),
    "link to nowhere": lambda path: path.symlink_to(path.with_name("nowhere")),
    "link out of the directory": lambda path: path.symlink_to("/etc/hostname"),
    "link to the directory": lambda path: path.symlink_to(path.parent),
}
"""What makes something at a path that is no ordinary quarter file."""

_CSV_TOP = "Objective,Key result,Baseline,Target,Current,Due,Owner,Action,Status\n"
_CSV_ROW = "Win trust,Sign 9 partners,0,9,1,15/12/2026,Ana,Call,done\n"
_CSV_PLACES = {
    "objective": _CSV_TOP + "{},Sign 9 partners,0,9,1,15/12/2026,Ana,Call,done\n",
    "owner": _CSV_TOP + "Win trust,Sign 9 partners,0,9,1,15/12/2026,{},Call,done\n",
}
_CSV_CELLS = (
    "nan", "inf", "1e400", "-1e15", "9" * 400, "true", "#REF!", "=1+1", "٣٠", "1,2,3.4", "99/99/9999", "\x1b[2J",
)  # fmt: skip
CSV_STRUCTURES: dict[str, bytes] = {
    "empty": b"",
    "blank": b"\n\n\n  \n",
    "head alone": _CSV_TOP.encode(),
    "no head": _CSV_ROW.encode(),
    "BOM": b"\xef\xbb\xbf" + (_CSV_TOP + _CSV_ROW).encode(),
    "UTF-16": (_CSV_TOP + _CSV_ROW).encode("utf-16"),
    "latin-1": (_CSV_TOP + _CSV_ROW.replace("Ana", "Zoé")).encode("latin-1"),
    "CRLF": (_CSV_TOP + _CSV_ROW).replace("\n", "\r\n").encode(),
    "CR": (_CSV_TOP + _CSV_ROW).replace("\n", "\r").encode(),
    "NUL": (_CSV_TOP + _CSV_ROW).encode() + b"\0\0",
    "all NUL": b"\0" * 5000,
    "invalid": (_CSV_TOP + _CSV_ROW).encode() + b"\xff\xfe\xfd,\x80\n",
    "quote not closed": (_CSV_TOP + '"Win trust' + ",x\n" * 3000).encode(),
    "quotes": (_CSV_TOP + '"' * 50_001 + "\n").encode(),
    "30,000 rows": (_CSV_TOP + _CSV_ROW * 30_000).encode(),
    "100,000 columns": ("a," * 100_000 + "\n" + "1," * 100_000).encode(),
    "columns twice": b"Objective,Objective,Key result,Key result\na,b,c,d\n",
    "1 MB cell": (_CSV_TOP + "x" * 1_000_000 + ",y\n").encode(),
    "5 MB": (_CSV_TOP + _CSV_ROW * 90_000).encode(),
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "workbook": b"PK\x03\x04" + bytes(range(256)) * 20,
    "delimiters": b";,\t|;,\t|\n" * 100,
}


@dataclass(frozen=True)
class Hostile:
    """One such file."""

    name: str
    data: bytes

    def __repr__(self) -> str:
        return self.name


def quarter_files() -> Iterator[Hostile]:
    """Every idea in every place where it can stand, as the bytes of 2026-Q4.toml."""
    for place, pattern in TEXT_PLACES.items():
        for idea, text in TEXTS.items() if place in _FOR_LONG_ONES else list(TEXTS.items())[:-_LONG]:
            yield Hostile(f"{idea} in {place}", pattern.format(_quoted(text)).encode())
    for places, values in ((NUMBER_PLACES, NUMBERS), (TYPE_PLACES, TYPES)):
        for place, pattern in places.items():
            for value in values:
                yield Hostile(f"{value[:20]} as {place}", pattern.replace("{}", value, 1).encode())
    for idea, data in STRUCTURES.items():
        yield Hostile(idea, data)


def spreadsheets() -> Iterator[Hostile]:
    """The same for a CSV file."""
    for place, pattern in _CSV_PLACES.items():
        for idea, text in TEXTS.items():
            cell = '"' + text.replace('"', '""') + '"'
            yield Hostile(f"{idea} in {place}", pattern.replace("{}", cell, 1).encode())
    for cell in _CSV_CELLS:
        for column in ("9", "15/12/2026"):
            row = _CSV_ROW.replace(f",{column},", f',"{cell}",', 1)
            yield Hostile(f"{cell[:20]!r} for {column}", (_CSV_TOP + row).encode())
    for idea, data in CSV_STRUCTURES.items():
        yield Hostile(idea, data)


def _quoted(text: str) -> str:
    """The text as a TOML string, whatever it holds."""
    return '"' + "".join(char if char.isalnum() or char in " -" else f"\\U{ord(char):08x}" for char in text) + '"'
