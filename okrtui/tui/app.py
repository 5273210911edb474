"""The program in the terminal: opens quarters, or the page that says why there is none."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.screen import ModalScreen

from okrtui.examples import EXAMPLE_QUARTER
from okrtui.model.plan import Plan
from okrtui.model.quarter import LAST_YEAR, Quarter
from okrtui.open_plan import OpenPlan
from okrtui.storage.errors import FileError
from okrtui.tui import crash, styles
from okrtui.tui.commands import Scope
from okrtui.tui.dialogs.pick import Choice, Pick
from okrtui.tui.dialogs.prompt import Prompt
from okrtui.tui.driver import TerminalDriver
from okrtui.tui.forms.form import Form
from okrtui.tui.key_order import KeyOrderApp
from okrtui.tui.messages import Say
from okrtui.tui.views.main import MainScreen
from okrtui.tui.views.start import WELCOME, StartScreen
from okrtui.tui.views.too_small import LEAST, TooSmall
from okrtui.tui.world import World

_START = "start "
_OPEN = "open "
_GUIDE = "guide "
_TEMPLATE = "template "


class OkrtuiApp(KeyOrderApp):
    """One person's quarters."""

    CSS_PATH: ClassVar[list[str | Path]] = [*styles.SHEETS]  # type: ignore[assignment]
    ENABLE_COMMAND_PALETTE = False
    TITLE = "okrtui"

    def __init__(self, world: World, quarter: Quarter | None, example: Callable[[], World]) -> None:
        """``quarter`` None opens the one that today lies in; ``example`` gives the world of the example."""
        super().__init__(driver_class=TerminalDriver)
        self.animation_level = "none"
        self._world = world
        self._example = example
        self._wanted = quarter
        self.register_theme(styles.DARK)
        self.register_theme(styles.LIGHT)
        wished = world.settings.theme
        self.theme = wished if wished in self.available_themes else styles.DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for themes that do not know them."""
        return styles.DEFAULT_VARIABLES

    def on_mount(self) -> None:
        """Open the quarter that was asked for, or say why not."""
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
        if isinstance(screen, MainScreen):
            screen.action_quit()
        elif isinstance(screen, Form):
            screen.action_leave()
        elif isinstance(screen, ModalScreen):
            screen.dismiss(None)
        else:
            self.exit()

    def action_help_quit(self) -> None:
        """ctrl+c, which ends other programs: say how this one is left."""
        words = "esc leaves the form" if isinstance(self.screen, Form) else "q leaves; everything is saved already"
        self.screen.post_message(Say(words))

    def _fatal_error(self) -> None:
        """An error inside the program: one sentence for the person, a file for whoever mends it."""
        self._exit_renderables.append(Text(crash.report(self._world.repository.directory)))
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
        else:
            self._take(event.id)

    # Inside

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
        choices = [Choice(f"{_OPEN}{quarter}", "Try again")]
        choices += [Choice(f"{_OPEN}{q}", f"Open {q}") for q in reversed(others[-5:])]
        lines = [str(error), "", "The file was not touched. Mend it in an editor, then try again."]
        place = self._world.shown(self._world.repository.path(quarter))
        return StartScreen(f"{quarter} cannot be read", lines, choices, place)

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

    def _create(self, plan: Plan, view: Scope) -> None:
        """Put a new plan on disk and open it."""
        try:
            self._world.repository.create(plan.replace(language=self._world.settings.language))
        except (FileError, OSError) as error:
            self._complain(f"not started: {error}")
            return
        self._open(plan.quarter, view)
