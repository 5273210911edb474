"""How a cell looks, as terminals are told: SGR sequences, read and written."""

from dataclasses import dataclass
from functools import cache, lru_cache

_ENDS = {
    "22": ("1", "2"),
    "23": ("3",),
    "24": ("4", "21"),
    "25": ("5", "6"),
    "27": ("7",),
    "28": ("8",),
    "29": ("9",),
    "54": ("51", "52"),
    "55": ("53",),
}
"""What each code ends, of the codes that begin something other than a colour."""
_BEGINNINGS = frozenset(code for ended in _ENDS.values() for code in ended)
_SEEN_ON_BLANKS = frozenset({"4", "21", "7", "9", "51", "52", "53"})
_NO_ATTRIBUTES: frozenset[str] = frozenset()
_FOREGROUNDS = frozenset(str(code) for code in (*range(30, 38), *range(90, 98)))
_BACKGROUNDS = frozenset(str(code) for code in (*range(40, 48), *range(100, 108)))
_EXTENDED = {"5": 3, "2": 5}
"""How many codes a colour from the palette, and one of red, green and blue, takes."""


class NotUnderstood(Exception):
    """A terminal was told something that this program does not follow."""


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """Colours and attributes, as the codes that begin them. Made by :func:`style_of`, once each."""

    foreground: str
    """Such as ``31`` or ``38;5;12``; empty for the terminal's own."""
    background: str
    attributes: frozenset[str]
    on_blank: "Style | None"
    """What of the style is seen on an empty cell, where that is less."""

    @property
    def blank(self) -> "Style":
        """What of the style is seen on an empty cell."""
        return self.on_blank or self


@cache
def style_of(foreground: str, background: str, attributes: frozenset[str]) -> Style:
    """The one style with these codes."""
    all_seen = not (foreground or attributes) or bool(attributes & _SEEN_ON_BLANKS)
    return Style(foreground, background, attributes, None if all_seen else style_of("", background, _NO_ATTRIBUTES))


PLAIN = style_of("", "", _NO_ATTRIBUTES)


@lru_cache(maxsize=1024)
def restyled(style: Style, codes: str) -> Style:
    """The style after an SGR sequence with these codes, such as ``1;31``.

    Raises:
        NotUnderstood: there is a code that this program does not know.
    """
    foreground, background, attributes = style.foreground, style.background, style.attributes
    left = codes.split(";")
    while left:
        code = left[0] or "0"
        taken = 1
        if code == "0":
            foreground, background, attributes = "", "", _NO_ATTRIBUTES
        elif code in _BEGINNINGS:
            attributes = attributes | {code}
        elif code in _ENDS:
            attributes = attributes.difference(_ENDS[code])
        elif code in _FOREGROUNDS or code == "39":
            foreground = "" if code == "39" else code
        elif code in _BACKGROUNDS or code == "49":
            background = "" if code == "49" else code
        elif code in {"38", "48"} and len(left) > 1 and len(left) >= _EXTENDED.get(left[1], len(left) + 1):
            taken = _EXTENDED[left[1]]
            colour = ";".join(left[:taken])
            foreground, background = (colour, background) if code == "38" else (foreground, colour)
        else:
            raise NotUnderstood(f"SGR {codes}")
        del left[:taken]
    return style_of(foreground, background, attributes)


@lru_cache(maxsize=4096)
def change(before: Style | None, after: Style) -> str:
    """The shortest sequence from one style to another; None before: whatever it was."""
    if before is after:
        return ""
    fresh = _begun(after)
    if before is None or after is PLAIN:
        return f"\x1b[0;{';'.join(fresh)}m" if fresh else "\x1b[m"
    codes = []
    for end, begun in _ENDS.items():
        had, wants = before.attributes.intersection(begun), after.attributes.intersection(begun)
        codes += [] if had <= wants else [end]
        codes += sorted(wants - had if had <= wants else wants, key=int)
    if before.foreground != after.foreground:
        codes.append(after.foreground or "39")
    if before.background != after.background:
        codes.append(after.background or "49")
    step, anew = ";".join(codes), ";".join(["0", *fresh])
    return f"\x1b[{min(step, anew, key=len)}m"


def _begun(style: Style) -> list[str]:
    colours = [colour for colour in (style.foreground, style.background) if colour]
    return [*sorted(style.attributes, key=int), *colours]
