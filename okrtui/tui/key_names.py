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


def key_name(key: str) -> str:
    """A key as people write it: ``?``, ``pgdn``, ``ctrl+p``."""
    return _KEY_NAMES.get(key, key)
