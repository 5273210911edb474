"""The command line: for a person's shell, for scripts, cron and pipes. Starts without loading the interface."""

from okrtui.cli.entry import main

__all__ = ["main"]
