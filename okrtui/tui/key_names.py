"""Keys as people write them."""

_KEY_NAMES = {
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "question_mark": "?",
    "greater_than_sign": ">",
    "colon": ":",
    "slash": "/",
    "minus": "-",
    "comma": ",",
    "full_stop": ".",
    "semicolon": ";",
    "plus": "+",
    "asterisk": "*",
    "equals_sign": "=",
    "less_than_sign": "<",
    "exclamation_mark": "!",
    "quotation_mark": '"',
    "apostrophe": "'",
    "number_sign": "#",
    "dollar_sign": "$",
    "percent_sign": "%",
    "ampersand": "&",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "at": "@",
    "backslash": "\\",
    "circumflex_accent": "^",
    "underscore": "_",
    "grave_accent": "`",
    "left_curly_bracket": "{",
    "vertical_line": "|",
    "right_curly_bracket": "}",
    "tilde": "~",
    "escape": "esc",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
}
_IN_ASCII = {ord(_KEY_NAMES[key]): key for key in ("down", "up", "left", "right")} | {ord("…"): "..."}
_spelling: dict[int, str] = {}


def spell_arrows(in_words: bool) -> None:
    """Name the arrow keys in words from now on, where the terminal shows ASCII alone; or by arrows again."""
    _spelling.clear()
    _spelling.update(_IN_ASCII if in_words else {})


def key_name(key: str) -> str:
    """A key as people write it: ``?``, ``pgdn``, ``ctrl+p``."""
    return spelled(_KEY_NAMES.get(key, key))


def spelled(keys: str) -> str:
    """Keys, or words beside them, with arrows and what is left open as the terminal shows them."""
    return keys.translate(_spelling)
