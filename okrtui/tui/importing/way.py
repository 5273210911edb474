"""The way of a spreadsheet into a plan: which file, what would come of it, the import."""

from collections.abc import Callable
from typing import Any

from textual.app import App

from okrtui.i18n import tr
from okrtui.model.plan import Plan
from okrtui.report.importing import AddImported, spreadsheet_bytes
from okrtui.storage.errors import FileError
from okrtui.tui.importing.path_prompt import PathPrompt
from okrtui.tui.importing.preview import ImportPreview
from okrtui.tui.world import World


def ask_import(
    app: App[Any], plan: Plan, world: World, take: Callable[[AddImported], object], *, is_new: bool = False
) -> None:
    """Ask for a file, show what would come of it, and hand on what adds it; nothing where the person leaves.

    Args:
        app: where the questions appear.
        plan: what is added to.
        world: the files and the day.
        take: does what was decided.
        is_new: whether the plan is yet to be made.
    """

    def wrong(text: str) -> str:
        if not text:
            return tr("write a path, or leave with esc")
        try:
            spreadsheet_bytes(world.path(text))
        except FileError as error:
            return str(error)
        return ""

    def show(text: str | None) -> None:
        if text:
            app.push_screen(ImportPreview(world.path(text), plan, world, is_new=is_new), decide)

    def decide(edit: AddImported | None) -> None:
        if edit is not None:
            take(edit)

    title = tr("Import a spreadsheet, saved as CSV, into {quarter}", quarter=plan.quarter)
    app.push_screen(PathPrompt(title, tr("a path, such as ~/tracker.csv"), world, wrong), show)
