"""Spreadsheet trackers as people have them, read into objectives: all rows, or an error for each bad one."""

from okrtui.report.importing.adding import AddImported
from okrtui.report.importing.opening import spreadsheet_bytes
from okrtui.report.importing.options import Options, fields
from okrtui.report.importing.preview import about_lines, added_lines, counts, preview_lines
from okrtui.report.importing.problems import Problem, told
from okrtui.report.importing.reading import Imported, columns_of, read_spreadsheet

__all__ = [
    "AddImported",
    "Imported",
    "Options",
    "Problem",
    "about_lines",
    "added_lines",
    "columns_of",
    "counts",
    "fields",
    "preview_lines",
    "read_spreadsheet",
    "spreadsheet_bytes",
    "told",
]
