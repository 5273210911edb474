"""The program in the terminal: opens quarters, or the page that says why there is none."""

import asyncio
import contextlib
import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TypeGuard

from textual import events
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen
from textual.worker import WorkerFailed

from okrtui.examples import EXAMPLE_QUARTER
from okrtui.i18n import speak, tr
from okrtui.model.quarter import Quarter
from okrtui.open_plan import OpenPlan
from okrtui.storage.errors import FileError
from okrtui.storage.language_setting import to_speak
from okrtui.tui import commands, crash, styles
from okrtui.tui.key_order import KeyOrderApp
from okrtui.tui.keys_in_use import keymap, shown_key
from okrtui.tui.latin_keys import other_letter
from okrtui.tui.letting_go import let_go
from okrtui.tui.look import dress
from okrtui.tui.messages import Say, SettingsChanged
from okrtui.tui.scopes import Scope
from okrtui.tui.steady import SteadyScreen
from okrtui.tui.terminal.driver import TerminalDriver
from okrtui.tui.terminal.thin_driver import ThinDriver
from okrtui.tui.views.main import MainScreen
from okrtui.tui.views.too_small import LEAST, TooSmall
from okrtui.tui.world import World

if TYPE_CHECKING:
    from okrtui.tui.choosing import Choosing
    from okrtui.tui.forms.form import Form
    from okrtui.tui.views.start import StartScreen

_STARTED_AFTER = 1.0
"""Seconds after which the start is over, and garbage is collected again."""


class OkrtuiApp(KeyOrderApp):
    """One person's quarters."""

    CSS_PATH: ClassVar[list[str | Path]] = [*styles.SHEETS]  # type: ignore[assignment]
    ENABLE_COMMAND_PALETTE = False
    TITLE = "okrtui"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, "redraw", show=False, priority=True, id="app.redraw") for key in commands.command("redraw").keys
    ]

    def __init__(self, world: World, quarter: Quarter | None, example: Callable[[], World]) -> None:
        """``quarter`` None opens the one that today lies in; ``example`` gives the world of the example."""
        super().__init__(driver_class=ThinDriver if world.settings.thin_output else TerminalDriver)
        let_go()
        self.animation_level = "none"
        self._world = world
        self.environ = world.environ
        """The environment, for the driver."""
        self._example = example
        self._wanted = quarter
        self._starting = contextlib.ExitStack()
        self.broken = ""
        """What to tell the person of an error inside the program, in two lines; empty where there was none."""
        dress(self, world.settings, world.environ)
        self._take_keys()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for as long as there is a theme that does not know them, before ours is put on."""
        return styles.DARK.variables

    def update_styles(self, node: DOMNode, animate: bool = True) -> None:
        """Style what stands on a screen; what does not yet is styled when it comes there."""
        if node.is_attached:
            super().update_styles(node, animate)

    def refresh_css(self, animate: bool = True) -> None:
        """Style all with the theme of now; where no screen is open yet, the first one is styled with it anyway."""
        if not self._screen_stack:
            self.stylesheet.set_variables(self.get_css_variables())
        else:
            super().refresh_css(animate)

    def get_default_screen(self) -> Screen[None]:
        """The quarter that was asked for, or the page that says why not; drawn when all on it know their size."""
        self._starting.enter_context(self.batch_update())
        return self._page(self._wanted or self._usual_quarter())

    def on_mount(self) -> None:
        """End in two sentences whatever breaks; collect no garbage until the start is over."""
        asyncio.get_running_loop().set_exception_handler(
            lambda _, context: self.break_down_soon(context.get("exception"))
        )
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))  # the shell was there meanwhile
        self.set_timer(_STARTED_AFTER, _collect_again)

    async def on_ready(self) -> None:
        """The first layout tells all on the screen their size: draw it when they have taken it in."""
        await self.until_quiet(lambda: [*self.screen.walk_children(with_self=True)])
        self._starting.close()
        if isinstance(self.screen, SteadyScreen):
            self.screen.draw_first()

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

    def action_mouse(self) -> None:
        """Let the mouse put the cursor, or leave it to the terminal again."""
        if isinstance(self._driver, TerminalDriver):
            is_on = self._driver.report_mouse()
            on = tr("the mouse puts the cursor now; with shift it selects as the terminal does")
            self.screen.post_message(Say(on if is_on else tr("the mouse is the terminal's again")))

    @property
    def wants_mouse(self) -> bool:
        """Whether the mouse is to put the cursor from the start."""
        return self._world.settings.mouse

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
        elif _is_form(screen):
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

    def pass_by(self, key: events.Key) -> None:
        """Say why a letter of another script does nothing: the person's own layout is still on."""
        if letter := other_letter(key):
            words = tr("{letter} is no key here: keys are Latin letters, so switch the keyboard over", letter=letter)
            self.screen.post_message(Say(words, "$warning"))

    def action_help_quit(self) -> None:
        """ctrl+c, which ends other programs: say how this one is left."""
        words = (
            tr("{key} leaves the form", key=shown_key("leave"))
            if _is_form(self.screen)
            else tr("{quit} leaves; everything is saved already", quit=shown_key("quit"))
        )
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
        wanted = event.wanted
        if wanted is None:
            self._choosing.ask_which(event.current)
        elif wanted.opened is not None:
            self._show_anew(MainScreen(wanted.opened, self._world), Say(wanted.said, "$success"))
        else:
            self._open(wanted.quarter)

    def on_settings_changed(self, event: SettingsChanged) -> None:
        """Take new settings as far as that can be done now, with the plan opened anew to show them, and go on there."""
        settings, environ = event.settings, self._world.environ
        speak(to_speak(settings.language, environ))
        self._world = self._world.with_settings(settings)
        dress(self, settings, environ)
        self._take_keys()
        screen = MainScreen(event.open_plan, self._world, event.view)
        self._show_anew(screen, Say(event.said, "$success"))
        screen.call_after_refresh(screen.action_settings, event.changed)

    def on_start_screen_chosen(self, event: "StartScreen.Chosen") -> None:
        """Go the way that was picked on the start page."""
        self._choosing.take(event.id)

    # Inside

    def _take_keys(self) -> None:
        """The keys of the settings, where there are any; they were checked before."""
        from okrtui.tui.own_keys import use_keys

        use_keys({})
        if self._world.settings.keys:
            from okrtui.tui.key_check import understood

            use_keys(understood(self._world.settings.keys))
        self.set_keymap(keymap())

    def _break_down(self, error: Exception) -> None:
        if not self._exit:  # what goes wrong once the terminal is gone is not the program's fault
            self._handle_exception(error)

    def _usual_quarter(self) -> Quarter:
        """Today's quarter; where nothing is planned in it and something in a later one, that: somebody plans ahead."""
        current = self._world.quarter()
        try:
            quarters = self._world.repository.quarters()
            later = [quarter for quarter in quarters if quarter > current]
            if current not in quarters:
                return later[0] if later else current
            return next(filter(self._is_planned, [current, *later]), current) if later else current
        except FileError:  # the page that is shown instead says what is wrong
            return current

    def _is_planned(self, quarter: Quarter) -> bool:
        return bool(self._world.repository.load(quarter).plan.objectives)

    def _open(self, quarter: Quarter, view: Scope = "plan") -> None:
        """Show a quarter instead of what is shown."""
        self.switch_screen(self._page(quarter, view))

    def _show_anew(self, screen: MainScreen, say: Say) -> None:
        """Show a screen instead of what is shown, with a line to say on it."""
        self.switch_screen(screen)
        screen.post_message(say)

    def _page(self, quarter: Quarter, view: Scope = "plan") -> Screen[None]:
        """A quarter's plan; where it is not there or cannot be read, the page that says so."""
        repository = self._world.repository
        try:
            if not repository.exists(quarter):
                return self._choosing.missing_page(quarter)
            return MainScreen(OpenPlan(repository, quarter), self._world, view)
        except FileError as error:
            return self._choosing.unreadable_page(quarter, error)

    @property
    def _choosing(self) -> "Choosing":
        """The ways to another quarter, which most starts do without."""
        from okrtui.tui.choosing import Choosing

        return Choosing(self, self._world, self._open, self._open_the_example)

    def _open_the_example(self) -> None:
        try:
            world = self._example().with_settings(self._world.settings)
        except (FileError, OSError) as error:
            self.screen.post_message(Say(tr("the example cannot be opened: {reason}", reason=error), "$error"))
            return
        self._world = world
        self._open(EXAMPLE_QUARTER)


def _collect_again() -> None:
    gc.freeze()  # what the start made stays to the end: it is not looked through each time
    gc.enable()


def _is_form(screen: Screen[Any]) -> "TypeGuard[Form]":
    """Whether something is being written in a form."""
    from okrtui.tui.forms.form import Form

    return isinstance(screen, Form)
