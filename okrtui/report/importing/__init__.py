"""Spreadsheet trackers as people have them, read into objectives: all rows, or an error for each bad one."""

from okrtui.report.importing.adding import AddImported
from okrtui.report.importing.options import Options
from okrtui.report.importing.preview import about_lines, counts, preview_lines
from okrtui.report.importing.problems import Problem, told
from okrtui.report.importing.reading import Imported, read_spreadsheet

__all__ = [
    "AddImported",
    "Imported",
    "Options",
    "Problem",
    "about_lines",
    "counts",
    "preview_lines",
    "read_spreadsheet",
    "told",
]
