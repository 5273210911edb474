"""The planning guide: one screen after the other, each with what is there and a line to write."""

import asyncio
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input

from okrtui.frozen import replace
from okrtui.i18n import tr
from okrtui.model.edits import Add
from okrtui.storage.around import read_earlier
from okrtui.storage.drafts import Draft
from okrtui.tui import commands
from okrtui.tui.dialogs.pick import Pick
from okrtui.tui.forms.reading import Days, texts
from okrtui.tui.guide import foot
from okrtui.tui.guide.answers import AnswerStep, Asking, step_at
from okrtui.tui.guide.inserting import choices, chosen
from okrtui.tui.guide.line import GuideLine
from okrtui.tui.guide.listed import ListedView
from okrtui.tui.guide.place import TO_THE_END, Place, Places, index_of, place_below, walk
from okrtui.tui.guide.steps import Step
from okrtui.tui.guide.takeover import Before
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.messages import Go, Say
from okrtui.tui.widgets.marked import PAUSE
from okrtui.tui.world import World
from okrtui.tui.writing import KEEP_AFTER


class GuideView(ListedView):
    """Walks through the plan; what is written goes up as an edit at once."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings("guide")]
    DEFAULT_CSS = """
    GuideView { height: 1fr; layout: vertical; }
    """

    def __init__(self, world: World) -> None:
        """At the first screen, until the place is read."""
        super().__init__(world)
        self._away = True
        self._step: Step | None = None
        self._to_walk = 0
        """How many screens to go on once the edit that is under way has been applied."""
        self._is_mending = False
        """Whether a finding of the review led here, so that the way goes back there."""
        self._taken_id = ""
        """The item that the line has become last, on this screen."""
        self._told_of = ""
        """The objective of this screen, once it was said that nothing proves it."""
        self._asking = Asking()
        self._is_refused = False
        """Whether what is typed was found to be no answer to what is asked for."""
        self._judged = ""  # what was typed when the coach spoke of it last
        self._keeping: Timer | None = None

    def compose(self) -> ComposeResult:
        """The screen of the place."""
        yield self._sheet

    def on_mount(self) -> None:
        """Follow the cursor, and what is typed."""
        self.watch(self._sheet.list, "cursor_id", self._follow_cursor, init=False)
        self._judging = self.set_interval(PAUSE, self._judge, pause=True)

    def on_resize(self) -> None:
        """Use the new size."""
        self.call_after_refresh(self._sheet.lay_out)

    def refresh_view(self, cursor_id: str | None) -> None:
        """Show the screen of the place; coming back, the one where what hangs on an item is written."""
        assert self.standing is not None
        if self._away:
            kept = Places(self.world, self.standing.plan.quarter).load()
            self._is_mending = cursor_id is not None
            self._place = place_below(self.placed(cursor_id)) if cursor_id is not None else (kept or self._place)
            cursor_id = None
        places = walk(self.standing.plan)
        known = places[index_of(self._place, places)]
        if (known.step, known.item_id) != (self._place.step, self._place.item_id):
            self._place = known
        self._show_step(cursor_id)
        if self._to_walk:
            by, self._to_walk = self._to_walk, 0
            self._go(by)

    def enter(self) -> None:
        """Take the keys, and look into the quarters before."""
        self._away = False
        self._begin_line(self._place.line)
        self._keep_place()
        self._sheet.line.focus()
        self.world.writing.begin(self._as_draft)
        self.tell_keys()
        self._read_earlier()

    def leave(self) -> None:
        """Keep the place, and what is half written there."""
        if self._away or self.standing is None:
            return
        self._away = True
        self.world.writing.end()
        self._place = replace(self._place, line=self._typed, left=True)
        if self.standing.plan.phase == "planning":
            Places(self.world, self.standing.plan.quarter).keep(self._place)

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do, in the line or in the list."""
        if self._sheet.list.has_focus:
            if self._place.step == "focus":
                return foot.of_what_is_there(is_old=self._is_old)
            return [*commands.footer_entries("guide"), foot.leave(), *commands.footer_entries("app")]
        entries = self._line_keys()
        leave = foot.skip_all() if self._place.asked else foot.leave()
        return [*(foot.while_mending(entries) if self._is_mending else entries), leave]

    # What the keys do

    def on_guide_line_taken(self, event: GuideLine.Taken) -> None:
        """Add what was written, or go on where there is nothing new."""
        event.stop()
        if not self._sheet.line.has_news:
            self._ask_or_go_on()
        elif event.go_on and self._step is not None and (written := self._step.written(event.text)):
            assert self.standing is not None
            days = Days(self.standing.plan.start, self.standing.plan.end, self.world.today())
            self._empty_line()
            self.open_form(written.target, texts(written.fields, days), written.field)
        elif self._place.step == "focus":
            self._walk(1)  # it is one line: there is nothing more to write here
        else:
            if isinstance(self._step, AnswerStep) and self._step.is_another(event.text):
                self._leave_questions()
            asked = self._place.asked
            if self._take() and not asked:
                self._asking.begin(self._taken_id)

    def on_guide_line_walked(self, event: GuideLine.Walked) -> None:
        """An arrow on an empty line walks: from question to question where an answer is asked for."""
        event.stop()
        if not self._place.asked:
            self._walk(event.by)
        elif event.by > 0:
            self._ask_or_go_on()
        elif self._asking.go_back():
            self._show_step(None)
        else:
            self._end_questions()

    def on_guide_line_questions_left(self, event: GuideLine.QuestionsLeft) -> None:
        """Leave all open; what is typed is a new key result's."""
        event.stop()
        self._leave_questions()

    def on_guide_line_list_wanted(self, event: GuideLine.ListWanted) -> None:
        """Give the keys to the list, where it holds anything."""
        event.stop()
        if self._sheet.list.ids:
            if self._place.step != "focus":
                self._sheet.list.go_to(self._sheet.spoken_of)
            self._sheet.list.focus()

    def on_descendant_focus(self) -> None:
        """The keys do other things in the list."""
        self._follow_cursor()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Judge what is written after a pause, and keep it soon."""
        event.stop()
        if not self._typed.startswith(self._judged):
            self._sheet.say_of_line(None)  # what was said was of other words
        self._judging.reset()
        self._judging.resume()
        self.tell_keys()
        if self._keeping is None and self._typed:
            self._keeping = self.set_timer(KEEP_AFTER, self._keep)

    def action_guide_next(self) -> None:
        """Go on; what is typed is taken first."""
        self._walk(1)

    def action_guide_back(self) -> None:
        """Go back; what is typed is taken first."""
        self._walk(-1)

    def action_guide_review(self) -> None:
        """Go to the review; what is typed is taken first."""
        self._walk(TO_THE_END)

    def action_guide_leave(self) -> None:
        """Leave for the plan."""
        self.post_message(Go("plan"))
        self.post_message(Say(tr("{key} goes on with planning where you were", key=shown_key("guide"))))

    def action_guide_write(self) -> None:
        """Go to the line."""
        self._sheet.line.focus()

    def action_guide_template(self) -> None:
        """Pick a template and insert it."""
        if self.standing is None or self.is_locked():
            return

        def insert(choice: str | None) -> None:
            if choice:
                self._to_walk = 1 if self._place.step == "focus" and not self._typed else 0
                self._do(chosen(choice, self.world.today()))

        self.app.push_screen(Pick(tr("Insert a template"), choices(self.standing.plan)), insert)

    def explanation(self) -> Screen[None] | None:
        """What the question asks, as in the form, while its answer is written."""
        from okrtui.tui.forms.field_window import FieldWindow  # few ask for it

        if isinstance(self._step, AnswerStep) and self._sheet.line.has_focus:
            return FieldWindow(self._step.kind, self._step.spec)
        return None

    def form_closed(self) -> None:
        """The line is written again."""
        self.world.writing.begin(self._as_draft)

    # Inside

    @property
    def _typed(self) -> str:
        """What is typed and not taken yet."""
        return self._sheet.line.value if self._sheet.line.is_changed else ""

    @property
    def _waiting(self) -> list[str]:
        """The answers that the line can ask for here."""
        return self._asking.waiting(self._place, self.standing) if self.standing else []

    def _line_keys(self) -> foot.Entries:
        if self._sheet.line.asks_for_help:
            return foot.of_question_mark()
        if self._is_refused:
            return foot.of_refused_line()
        if self._sheet.line.has_news:
            return foot.of_written_line(has_form=self._place.step != "focus")
        if self._place.asked:
            return foot.of_question()
        if self._waiting:
            return foot.of_line_that_can_ask()
        return foot.of_empty_line(is_first=self._place.step == "focus")

    def _ask_or_go_on(self) -> None:
        """Leave open what is asked for, ask for what can be answered here, else go on; first say that nothing is."""
        if self.locked or not (self._place.asked or self._waiting):
            nothing = self._step.nothing_yet() if self._step and not self.locked else ""
            if nothing and self._told_of != self._place.item_id:
                self._told_of = self._place.item_id
                self.post_message(Say(nothing, "$warning"))
            else:
                self.action_guide_next()
            return
        self._asking.go_past(self._place.asked)
        if not self._place.asked:
            self._asking.begin()
        self._show_step(None)

    def _leave_questions(self) -> None:
        self._asking.leave_open(self._waiting)
        self._end_questions()

    def _end_questions(self) -> None:
        """Ask for nothing more; what is typed stays, as something new."""
        self._place = replace(self._place, asked="")
        self._show_step(None)
        self._begin_line(self._typed)
        self._keep_place()

    def _take(self) -> bool:
        """Take what is written as an edit; whether it could be."""
        edit = self._step.edit(self._sheet.line.value) if self._step else None
        if edit is None or self.is_locked():
            self._show_coach()
            if self._place.asked:
                self._sheet.line.select_all()  # a refused answer is written anew; what is typed next is no part of it
            return False
        if self._place.step == "focus":
            self._sheet.line.settle()
        else:
            self.world.writing.hand_over()
            self._empty_line()
        self._asking.go_past(self._place.asked)
        self._taken_id = edit.node.id if isinstance(edit, Add) else self._place.asked.partition(" ")[0]
        self._do(edit, self._taken_id or None)
        return True

    def _walk(self, by: int) -> None:
        """Go to another screen; what is typed is taken first."""
        if self._sheet.line.gave_help():
            return
        if self._sheet.line.has_news and not self.locked:
            self._to_walk = by if self._take() else 0
        else:
            self.post_message(Say(""))  # what was said was of another screen
            self._go(by)

    def _go(self, by: int) -> None:
        assert self.standing is not None
        places = walk(self.standing.plan)
        at = index_of(self._place, places) + by
        if at < 0:
            key = shown_key("guide_leave")
            self.post_message(Say(tr("this is the first screen; {key} leads to the plan", key=key)))
        elif at >= len(places):
            self.post_message(Go("review"))
        else:
            self._place, self._taken_id, self._told_of, self._asking = places[at], "", "", Asking()
            self._show_step(None)
            self._begin_line("")
            self._keep_place()
            self._sheet.line.focus()

    def _show_step(self, cursor_id: str | None) -> None:
        """Draw the screen of the place."""
        assert self.standing is not None
        asked = self._asking.next(self._place, self.standing)
        if self._is_refused and asked != self._place.asked:
            self._begin_line("")  # it was no answer to another question
        self._place = replace(self._place, asked=asked)
        self._step = step_at(self._place, self.standing, self.world.glyphs, self._before)
        line, due = self._sheet.line, (self._step.at_first, self._step.placeholder())
        line.asks = bool(self._place.asked)
        if not line.is_changed and (line.value, line.placeholder) != due:
            self._begin_line("")
        self._sheet.show(self._step, cursor_id)
        self._show_coach()
        self.tell_keys()

    def _begin_line(self, written: str) -> None:
        self._is_refused = False
        if self._step is not None:
            self._sheet.line.begin(self._step.at_first, self._step.placeholder(), written)

    def _empty_line(self) -> None:
        """Begin a new line; the old one is taken."""
        self.world.writing.end()
        self._begin_line("")
        self._keep_place()
        self.world.writing.begin(self._as_draft)

    def _judge(self) -> None:
        self._judging.pause()
        self._show_coach()

    def _follow_cursor(self) -> None:
        self._show_coach()
        self.tell_keys()

    def _show_coach(self) -> None:
        """What is to be said of the line that is written, or of the item under the cursor."""
        was_refused, self._is_refused, self._judged = self._is_refused, False, self._typed
        if self._step is not None and self._typed:
            written = self._step.written(self._typed)
            self._is_refused = written is not None and bool(written.wrong)
            self._sheet.say_of_line(written)
        elif self._sheet.list.has_focus:
            self._sheet.say_of_item(self.findings(self._cursor_id), self.placed(self._cursor_id))
        elif self._step is not None:
            self._sheet.say_of_screen(self._step, self._taken_id)
        if self._is_refused != was_refused:
            self.tell_keys()

    def _as_draft(self) -> Draft | None:
        """The place with what is half written there."""
        if self.standing is None or not self._typed:
            return None
        return Places(self.world, self.standing.plan.quarter).as_draft(self._here())

    def _here(self) -> Place:
        return replace(self._place, line=self._typed, left=False)

    def _keep(self) -> None:
        self._keeping = None
        self.world.writing.keep()

    def _keep_place(self) -> None:
        assert self.standing is not None
        if self.standing.plan.phase == "planning" and not self.locked:
            Places(self.world, self.standing.plan.quarter).keep(self._here())

    @work(exclusive=True)
    async def _read_earlier(self) -> None:
        """Read the quarters before this one, away from the keys."""
        assert self.standing is not None
        plan = self.standing.plan
        earlier = await asyncio.to_thread(read_earlier, self.world.repository, plan.quarter)
        self._before = Before.of(earlier, plan, self.world.today(), self.world.settings.bands())
        if self._place.step == "focus":
            self._show_step(None)
