"""What a key does with the findings of an item: mend the worst that a key can mend, accept the worst that may stay."""

from collections.abc import Iterable

from okrtui.coach.findings import Finding, worst_first
from okrtui.i18n import tr
from okrtui.model.edits import Accept
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.messages import Do, Say
from okrtui.tui.views.view import View


def fix(view: View, findings: Iterable[Finding], form_command: str) -> None:
    """Apply the fix of the worst finding that offers one; else name the key of the form, which is that of a command."""
    fixes = [finding.fix for finding in worst_first(findings) if finding.fix]
    if fixes:
        view.post_message(Do(fixes[0].edit))
    else:
        view.post_message(Say(tr("no finding here offers a fix; {key} opens the form", key=shown_key(form_command))))


def accept(view: View, findings: Iterable[Finding]) -> None:
    """Ask for the reason and accept the worst finding that can be."""
    from okrtui.tui.dialogs.reason import Reason, reason_for  # few accept anything

    found = next((finding for finding in worst_first(findings) if finding.acceptable), None)
    if found is None:
        view.post_message(Say(tr("nothing here can be accepted; warnings on key results can, and a percentage")))
        return
    assert view.standing is not None
    item_id, code, message = found.item_id, found.code, found.message

    def keep(reason: str | None) -> None:
        if reason:
            view.post_message(Do(Accept(item_id, code, reason, message)))

    question = tr("Accept: {finding}", finding=message)
    draft = reason_for(view.standing.plan.quarter, "accept", item_id, code)
    view.app.push_screen(Reason(question, tr("why it is fine as it is"), view.world, draft), keep)
