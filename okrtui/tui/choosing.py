"""Which quarter is opened: the pages where there is none to show, and the ways to start one."""

from collections.abc import Callable

from textual.app import App

from okrtui.frozen import frozen
from okrtui.i18n import tr, tr_n
from okrtui.i18n_lists import row_of
from okrtui.model.plan import Plan
from okrtui.model.quarter import LAST_YEAR, Quarter
from okrtui.report.outcome import phase_word
from okrtui.storage.errors import FileError
from okrtui.tui.dialogs.pick import Choice, Pick
from okrtui.tui.dialogs.prompt import Prompt
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.messages import Say
from okrtui.tui.scopes import Scope
from okrtui.tui.views.start import WELCOME, StartScreen
from okrtui.tui.world import World

_START = "start"
_OPEN = "open"
_GUIDE = "guide"
_TEMPLATE = "template"
_IMPORT = "import"
_BACK = "back"
_EXAMPLE = "example"
_NAME = "name"

_LAST_DAYS = 42
"""Days at the end of a quarter in which whoever begins plans the next one."""


@frozen
class Choosing:
    """One person's choice among the quarters of a world."""

    app: App[None]
    world: World
    open: Callable[[Quarter, Scope], None]
    """Shows a quarter in one of its views."""
    open_example: Callable[[], None]
    """Goes into the world of the example."""

    def take(self, chosen: str) -> None:
        """Go the way that was picked."""
        verb, _, name = chosen.partition(" ")
        ways = {_TEMPLATE: self._ask_template, _IMPORT: self._ask_import, _BACK: self._bring_back}
        if chosen == _EXAMPLE:
            self.open_example()
        elif chosen == _NAME:
            self._ask_name()
        elif verb == _OPEN:
            self.open(Quarter.parse(name), "plan")
        elif verb in ways:
            ways[verb](Quarter.parse(name))
        else:
            plan = self.world.settings.empty_plan(Quarter.parse(name))
            self._create(plan, "guide" if verb == _GUIDE else "plan")

    def missing_page(self, quarter: Quarter) -> StartScreen:
        """What there is to do where a quarter has no plan."""
        others = self._quarters
        following = quarter.shifted(1)
        to_guide = [quarter] if others or following.year > LAST_YEAR else [quarter, following]
        days_left = (self.world.settings.empty_plan(quarter).end - self.world.today()).days
        suits = to_guide[-1] if 0 <= days_left < _LAST_DAYS else quarter
        to_suit = _ways_to_plan(suits)
        choices = [
            *(to_suit if suits == quarter else reversed(to_suit)),
            Choice(f"{_TEMPLATE} {suits}", tr("Start {quarter} from a template", quarter=suits)),
            Choice(f"{_IMPORT} {suits}", tr("Import a spreadsheet into {quarter}", quarter=suits)),
            *self._ways_back(quarter),
            *[way for other in to_guide if other != suits for way in _ways_to_plan(other)],
        ]
        choices += [Choice(f"{_OPEN} {q}", tr("Open {quarter}", quarter=q)) for q in reversed(others[-5:])]
        if not self.world.place:
            choices.append(Choice(_EXAMPLE, tr("Open the example quarter, to explore")))
        choices.append(Choice(_NAME, tr("Start a plan for another quarter")))
        place = tr("Plans are kept in {folder}", folder=self.world.shown(self.world.repository.directory))
        if others:
            lines = [
                tr("There is no plan for {quarter} yet.", quarter=quarter),
                tr("Start it, or open another quarter."),
            ]
            before = self._left_open(quarter)
            if before is None:
                return StartScreen(f"okrtui {quarter}", lines, choices, place)
            key = shown_key("view('close')")
            # for translators: {key} leads to the close
            words = tr(
                "{quarter} is not closed yet: open it, then {key} scores it and closes it.", quarter=before, key=key
            )
            first = f"{_OPEN} {before}" if quarter <= self.world.quarter() else ""
            return StartScreen(f"okrtui {quarter}", [*lines, words], choices, place, first)
        return StartScreen("okrtui", list(map(tr, WELCOME)), choices, place)

    def unreadable_page(self, quarter: Quarter, error: FileError) -> StartScreen:
        """What is wrong with a quarter's file, and the ways on."""
        others = [q for q in self._quarters if q != quarter]
        choices = [Choice(f"{_OPEN} {quarter}", tr("Try again")), *self._ways_back(quarter)]
        choices += [Choice(f"{_OPEN} {q}", tr("Open {quarter}", quarter=q)) for q in reversed(others[-5:])]
        lines = [str(error), "", tr("The file was not touched. Mend it in an editor, then try again.")]
        place = self.world.shown(self.world.repository.path(quarter))
        return StartScreen(tr("{quarter} cannot be read", quarter=quarter), lines, choices, place)

    def ask_which(self, current: Quarter) -> None:
        """Let the person pick a quarter, or start one."""
        quarters = self._quarters
        choices = [Choice(f"{_OPEN} {quarter}", self._about(quarter), str(quarter)) for quarter in reversed(quarters)]
        after = max([*quarters, self.world.quarter()]).shifted(1)
        for fresh in (self.world.quarter(), after):
            if fresh not in quarters and fresh.year <= LAST_YEAR:
                choices.append(Choice(f"{_START} {fresh}", tr("start a plan"), str(fresh)))
        # for translators: "new" stands where a list of quarters has their names
        choices.append(Choice(_NAME, tr("start a plan for another quarter"), tr("new")))

        def take(chosen: str | None) -> None:
            if chosen:
                self.take(chosen)

        self.app.push_screen(Pick(tr("Quarters"), choices, f"{_OPEN} {current}"), take)

    # Inside

    def _left_open(self, quarter: Quarter) -> Quarter | None:
        """The quarter before this one, where it was committed and not closed."""
        before = quarter.shifted(-1)
        try:
            phase = self.world.repository.load(before).plan.phase if before in self._quarters else "closed"
        except FileError:  # its own page says what is wrong
            return None
        return before if phase == "active" else None

    def _ways_back(self, quarter: Quarter) -> list[Choice]:
        """The last version that can be read of a quarter that cannot be, where there is one."""
        from okrtui.report.version_words import moment
        from okrtui.storage.versions import Versions

        version = Versions(self.world.repository, quarter, None).last_readable()
        if version is None:
            return []
        until = moment(version.at, self.world.today())
        words = tr("Bring back the last version that can be read, until {moment}", moment=until)
        return [Choice(f"{_BACK} {quarter}", words)]

    def _bring_back(self, quarter: Quarter) -> None:
        """Put the last version that can be read in the place of a file that cannot be, and open it."""
        from okrtui.storage.versions import Versions

        repository = self.world.repository
        version = Versions(repository, quarter, None).last_readable()
        try:
            if version is not None:
                repository.bring_back(version)
        except (FileError, OSError) as error:
            self._complain(tr("not brought back: {reason}", reason=error))
            return
        self.open(quarter, "plan")
        words = tr(
            "saved: brought {quarter} back; {versions} shows its other versions",
            quarter=quarter,
            versions=shown_key("view('versions')"),
        )
        self.app.screen.post_message(Say(words, "$success"))

    def _about(self, quarter: Quarter) -> str:
        """Phase and counts of a quarter, or that it cannot be read."""
        try:
            plan = self.world.repository.load(quarter).plan
        except FileError:
            return tr("cannot be read")
        objectives, key_results = len(plan.objectives), sum(len(o.key_results) for o in plan.objectives)
        return row_of(
            [
                phase_word(plan.phase, has_begun=plan.start <= self.world.today()),
                tr_n("{n} objectives", "{n} objectives", objectives),
                tr_n("{n} key results", "{n} key results", key_results),
            ]
        )

    def _ask_name(self) -> None:
        suggestion = str(self.world.quarter().shifted(1))

        def wrong(text: str) -> str:
            try:
                quarter = Quarter.typed(text or suggestion)
            except ValueError as error:
                return tr('"{text}" {problem}', text=text, problem=error)
            return tr("{quarter} is there already", quarter=quarter) if self.world.repository.exists(quarter) else ""

        def start(name: str | None) -> None:
            if name is not None:
                self.take(f"{_START} {Quarter.typed(name or suggestion)}")

        self.app.push_screen(Prompt(tr("Start a plan for which quarter?"), suggestion, check=wrong), start)

    def _ask_template(self, quarter: Quarter) -> None:
        from okrtui.examples.templates import template
        from okrtui.tui.guide.inserting import whole_choices

        def start(name: str | None) -> None:
            if name:
                self._create(template(name, self.world.settings.empty_plan(quarter), self.world.today()), "plan")

        self.app.push_screen(Pick(tr("Start {quarter} from a template", quarter=quarter), whole_choices()), start)

    def _ask_import(self, quarter: Quarter) -> None:
        from okrtui.tui.importing.way import ask_import

        plan = self.world.settings.empty_plan(quarter)
        ask_import(self.app, plan, self.world, lambda edit: self._create(edit.apply(plan), "plan"), is_new=True)

    def _create(self, plan: Plan, view: Scope) -> None:
        """Put a new plan on disk and open it."""
        try:
            self.world.repository.create(plan)
        except (FileError, OSError) as error:
            self._complain(tr("not started: {reason}", reason=error))
            return
        self.open(plan.quarter, view)

    @property
    def _quarters(self) -> list[Quarter]:
        """The quarters that have a file; none, with a word, where they cannot be listed."""
        try:
            return self.world.repository.quarters()
        except FileError as error:
            self._complain(str(error))
            return []

    def _complain(self, text: str) -> None:
        self.app.screen.post_message(Say(text, "$error"))


def _ways_to_plan(quarter: Quarter) -> list[Choice]:
    """The ways to plan a quarter from nothing."""
    return [
        Choice(f"{_START} {quarter}", tr("Start a plan for {quarter}", quarter=quarter)),
        Choice(f"{_GUIDE} {quarter}", tr("Walk through planning {quarter}, step by step", quarter=quarter)),
    ]
