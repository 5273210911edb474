"""An input of one line that keeps what is pasted and lets nothing through that a terminal would act on."""

from textual import events
from textual.widgets import Input

from okrtui.model.text import LINE_LIMIT, clean_line, is_clean
from okrtui.tui.messages import Say


class LineInput(Input):
    """Textual's input without a blinking cursor; a paste of several lines is joined, and the status says so."""

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        """``value`` is shown with unsafe characters left out."""
        super().__init__(
            clean_line(value), placeholder, id=id, compact=True, select_on_focus=False, max_length=LINE_LIMIT
        )
        self.cursor_blink = False

    def _on_paste(self, event: events.Paste) -> None:
        """Join the lines of what is pasted, leave out control characters, and say what was done."""
        pasted = clean_line(event.text)
        if not is_clean(event.text.strip()):
            self.post_message(Say("pasted without the control characters that were in it", "$warning"))
        elif "\n" in event.text.strip():
            self.post_message(Say("pasted as one line: line breaks became spaces", "$warning"))
        self.insert_text_at_cursor(pasted)
        event.stop()
        event.prevent_default()
