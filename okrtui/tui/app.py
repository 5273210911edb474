"""The program in the terminal: opens quarters, or the page that says why there is none."""

import asyncio
import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.worker import WorkerFailed

from okrtui.examples import EXAMPLE_QUARTER
from okrtui.model.plan import Plan
from okrtui.model.quarter import LAST_YEAR, Quarter
from okrtui.open_plan import OpenPlan
from okrtui.storage.errors import FileError
from okrtui.tui import commands, crash, styles
from okrtui.tui.commands import Scope
from okrtui.tui.dialogs.pick import Choice, Pick
from okrtui.tui.dialogs.prompt import Prompt
from okrtui.tui.forms.form import Form
from okrtui.tui.key_order import KeyOrderApp
from okrtui.tui.messages import Say
from okrtui.tui.terminal.driver import TerminalDriver
from okrtui.tui.terminal.thin_driver import ThinDriver
from okrtui.tui.views.main import MainScreen
from okrtui.tui.views.start import WELCOME, StartScreen
from okrtui.tui.views.too_small import LEAST, TooSmall
from okrtui.tui.world import World

_START = "start "
_OPEN = "open "
_GUIDE = "guide "
_TEMPLATE = "template "
_IMPORT = "import "
_BACK = "back "


class OkrtuiApp(KeyOrderApp):
    """One person's quarters."""

    CSS_PATH: ClassVar[list[str | Path]] = [*styles.SHEETS]  # type: ignore[assignment]
    ENABLE_COMMAND_PALETTE = False
    TITLE = "okrtui"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, "redraw", show=False, priority=True) for key in commands.command("redraw").keys
    ]

    def __init__(self, world: World, quarter: Quarter | None, example: Callable[[], World]) -> None:
        """``quarter`` None opens the one that today lies in; ``example`` gives the world of the example."""
        super().__init__(driver_class=ThinDriver if world.settings.thin_output else TerminalDriver)
        self.animation_level = "none"
        self._world = world
        self._example = example
        self._wanted = quarter
        self.broken = ""
        """What to tell the person of an error inside the program, in two lines; empty where there was none."""
        for theme in styles.themes(sixteen=self.console.color_system == "standard"):
            self.register_theme(theme)
        wished = world.settings.theme
        self.theme = wished if wished in self.available_themes else styles.DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for themes that do not know them."""
        return styles.DEFAULT_VARIABLES

    def on_mount(self) -> None:
        """Open the quarter that was asked for, or say why not."""
        asyncio.get_running_loop().set_exception_handler(
            lambda _, context: self.break_down_soon(context.get("exception"))
        )
        self._open(self._wanted or self._usual_quarter())

    def on_resize(self, event: events.Resize) -> None:
        """Where nothing fits, say so; what was open comes back when the window grows."""
        columns, lines = LEAST
        small = event.size.width < columns or event.size.height < lines
        if small and not isinstance(self.screen, TooSmall):
            self.push_screen(TooSmall())
        elif not small and isinstance(self.screen, TooSmall):
            self.pop_screen()

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Links are text here: nothing is ever opened."""

    def keep_writing(self) -> None:
        """Put what is being written on disk, now."""
        self._world.writing.keep()

    def leave(self, code: int) -> None:
        """End the program with an exit code."""
        self.exit(return_code=code)

    async def action_quit(self) -> None:
        """ctrl+q, which Textual takes everywhere: leave what is open as its own key would."""
        screen = self.screen
        if isinstance(screen, TooSmall):  # the page below it keeps what is being written
            screen = next(below for below in reversed(self.screen_stack) if not isinstance(below, ModalScreen))
        if isinstance(screen, MainScreen):
            screen.action_quit()
        elif isinstance(screen, Form):
            screen.action_leave()
        elif isinstance(screen, ModalScreen):
            screen.dismiss(None)
        else:
            self.exit()

    def action_redraw(self) -> None:
        """ctrl+l, in every form and dialog too: clear the terminal and draw everything anew."""
        if isinstance(self._driver, TerminalDriver):
            self._driver.clear()
        self.refresh(layout=True)

    def action_help_quit(self) -> None:
        """ctrl+c, which ends other programs: say how this one is left."""
        words = "esc leaves the form" if isinstance(self.screen, Form) else "q leaves; everything is saved already"
        self.screen.post_message(Say(words))

    def break_down_soon(self, error: BaseException | None) -> None:
        """End the program for an error that Textual does not see, in a thread or a task; called from any thread."""
        if isinstance(error, Exception):
            self.call_later(self._break_down, error)

    def panic(self, *_: object) -> None:
        """Where Textual would show what broke, with the values in it: what :meth:`_fatal_error` shows."""
        self._return_code = self._return_code or 1
        self._fatal_error()

    def _fatal_error(self) -> None:
        """An error inside the program: one sentence for the person, a file for whoever mends it."""
        if not self.broken:  # the first error is the one to mend
            with contextlib.suppress(Exception):
                self.keep_writing()
            error = self._exception.error if isinstance(self._exception, WorkerFailed) else self._exception
            self.broken = crash.report(error, self._world.repository.directory)
            self._close_messages_no_wait()

    def on_main_screen_quarter_wanted(self, event: MainScreen.QuarterWanted) -> None:
        """Open another quarter, or ask which."""
        if event.quarter is None:
            self._ask_which(event.current)
        else:
            self._open(event.quarter)

    def on_start_screen_chosen(self, event: StartScreen.Chosen) -> None:
        """Go the way that was picked on the start page."""
        if event.id == "example":
            self._open_the_example()
        elif event.id == "name":
            self._ask_name()
        elif event.id.startswith(_TEMPLATE):
            self._ask_template(Quarter.parse(event.id.removeprefix(_TEMPLATE)))
        elif event.id.startswith(_IMPORT):
            self._ask_import(Quarter.parse(event.id.removeprefix(_IMPORT)))
        elif event.id.startswith(_BACK):
            self._bring_back(Quarter.parse(event.id.removeprefix(_BACK)))
        else:
            self._take(event.id)

    # Inside

    def _break_down(self, error: Exception) -> None:
        if not self._exit:  # what goes wrong once the terminal is gone is not the program's fault
            self._handle_exception(error)

    def _open_the_example(self) -> None:
        try:
            world = self._example()
        except (FileError, OSError) as error:
            self._complain(f"the example cannot be opened: {error}")
            return
        self._world = world
        self._open(EXAMPLE_QUARTER)

    def _quarters(self) -> list[Quarter]:
        """The quarters that have a file; none, with a word, where they cannot be listed."""
        try:
            return self._world.repository.quarters()
        except FileError as error:
            self._complain(str(error))
            return []

    def _complain(self, text: str) -> None:
        self.screen.post_message(Say(text, "$error"))

    def _usual_quarter(self) -> Quarter:
        """Today's quarter; where it has no plan and a later one has, that: somebody plans ahead."""
        current = self._current_quarter()
        quarters = self._quarters()
        return current if current in quarters else next((q for q in quarters if q > current), current)

    def _current_quarter(self) -> Quarter:
        return Quarter.of(self._world.today(), self._world.settings.fiscal_year_starts)

    def _open(self, quarter: Quarter, view: Scope = "plan") -> None:
        """Show a quarter; where it is not there or cannot be read, the page that says so."""
        repository = self._world.repository
        try:
            if not repository.exists(quarter):
                self._show(self._missing_page(quarter))
                return
            self._show(MainScreen(OpenPlan(repository, quarter), self._world, view))
        except FileError as error:
            self._show(self._unreadable_page(quarter, error))

    def _show(self, screen: MainScreen | StartScreen) -> None:
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def _missing_page(self, quarter: Quarter) -> StartScreen:
        others = self._quarters()
        choices = [
            Choice(f"{_START}{quarter}", f"Start a plan for {quarter}"),
            Choice(f"{_GUIDE}{quarter}", f"Walk through planning {quarter}, step by step"),
            Choice(f"{_TEMPLATE}{quarter}", "Start from a template"),
            Choice(f"{_IMPORT}{quarter}", "Import a spreadsheet"),
            *self._ways_back(quarter),
        ]
        choices += [Choice(f"{_OPEN}{q}", f"Open {q}") for q in reversed(others[-5:])]
        if not self._world.place:
            choices.append(Choice("example", "Open the example quarter, to explore"))
        choices.append(Choice("name", "Start a plan for another quarter"))
        place = f"Plans are kept in {self._world.shown(self._world.repository.directory)}"
        if others:
            lines = [f"There is no plan for {quarter} yet.", "Start it, or open another quarter."]
            return StartScreen(f"okrtui {quarter}", lines, choices, place)
        return StartScreen("okrtui", WELCOME, choices, place)

    def _unreadable_page(self, quarter: Quarter, error: FileError) -> StartScreen:
        others = [q for q in self._quarters() if q != quarter]
        choices = [Choice(f"{_OPEN}{quarter}", "Try again"), *self._ways_back(quarter)]
        choices += [Choice(f"{_OPEN}{q}", f"Open {q}") for q in reversed(others[-5:])]
        lines = [str(error), "", "The file was not touched. Mend it in an editor, then try again."]
        place = self._world.shown(self._world.repository.path(quarter))
        return StartScreen(f"{quarter} cannot be read", lines, choices, place)

    def _ways_back(self, quarter: Quarter) -> list[Choice]:
        """The last version that can be read of a quarter that cannot be, where there is one."""
        from okrtui.report.version_words import moment
        from okrtui.storage.versions import Versions

        version = Versions(self._world.repository, quarter, None).last_readable()
        if version is None:
            return []
        until = moment(version.at, self._world.today())
        return [Choice(f"{_BACK}{quarter}", f"Bring back the last version that can be read, until {until}")]

    def _bring_back(self, quarter: Quarter) -> None:
        """Put the last version that can be read in the place of a file that cannot be, and open it."""
        from okrtui.storage.versions import Versions

        repository = self._world.repository
        version = Versions(repository, quarter, None).last_readable()
        try:
            if version is not None:
                repository.bring_back(version)
        except (FileError, OSError) as error:
            self._complain(f"not brought back: {error}")
            return
        self._open(quarter)
        self.screen.post_message(Say(f"saved: brought {quarter} back; V shows its other versions", "$success"))

    def _ask_which(self, current: Quarter) -> None:
        quarters = self._quarters()
        choices = [Choice(f"{_OPEN}{quarter}", self._about(quarter), str(quarter)) for quarter in reversed(quarters)]
        after = max([*quarters, self._current_quarter()]).shifted(1)
        for fresh in (self._current_quarter(), after):
            if fresh not in quarters and fresh.year <= LAST_YEAR:
                choices.append(Choice(f"{_START}{fresh}", "start a plan", str(fresh)))
        choices.append(Choice("name", "start a plan for another quarter", "new"))

        def take(chosen: str | None) -> None:
            if chosen == "name":
                self._ask_name()
            elif chosen:
                self._take(chosen)

        self.push_screen(Pick("Quarters", choices, f"{_OPEN}{current}"), take)

    def _about(self, quarter: Quarter) -> str:
        """Phase and counts of a quarter, or that it cannot be read."""
        try:
            plan = self._world.repository.load(quarter).plan
        except FileError:
            return "cannot be read"
        objectives, key_results = len(plan.objectives), sum(len(o.key_results) for o in plan.objectives)
        return f"{plan.phase}, {objectives} objectives, {key_results} key results"

    def _ask_name(self) -> None:
        def wrong(text: str) -> str:
            try:
                quarter = Quarter.parse(text.upper())
            except ValueError as error:
                return str(error)
            return f"{quarter} is there already" if self._world.repository.exists(quarter) else ""

        def start(name: str | None) -> None:
            if name:
                self._take(f"{_START}{name.upper()}")

        suggestion = str(self._current_quarter().shifted(1))
        self.push_screen(Prompt("Start a plan for which quarter?", suggestion, check=wrong), start)

    def _take(self, chosen: str) -> None:
        """Open or start a quarter."""
        verb, _, name = chosen.partition(" ")
        quarter = Quarter.parse(name)
        if f"{verb} " == _OPEN:
            self._open(quarter)
        else:
            plan = Plan.empty(quarter, self._world.settings.fiscal_year_starts)
            self._create(plan, "guide" if f"{verb} " == _GUIDE else "plan")

    def _ask_template(self, quarter: Quarter) -> None:
        from okrtui.examples.templates import template
        from okrtui.tui.guide.inserting import whole_choices

        def start(name: str | None) -> None:
            if name:
                months = self._world.settings.fiscal_year_starts
                self._create(template(name, quarter, months, self._world.today()), "plan")

        self.push_screen(Pick(f"Start {quarter} from a template", whole_choices()), start)

    def _ask_import(self, quarter: Quarter) -> None:
        from okrtui.tui.importing.way import ask_import

        settings = self._world.settings
        plan = Plan.empty(quarter, settings.fiscal_year_starts).replace(language=settings.language)
        ask_import(self, plan, self._world, lambda edit: self._create(edit.apply(plan), "plan"), is_new=True)

    def _create(self, plan: Plan, view: Scope) -> None:
        """Put a new plan on disk and open it."""
        try:
            self._world.repository.create(plan.replace(language=self._world.settings.language))
        except (FileError, OSError) as error:
            self._complain(f"not started: {error}")
            return
        self._open(plan.quarter, view)
