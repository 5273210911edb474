"""okrtui: plan a quarter as OKRs, work it week by week and answer for it, in a terminal."""

__version__ = "0.1.0"
