"""A title such as ``[/x]`` must not end the program: text of a plan enters widgets as content, never as markup."""

import ast
from collections.abc import Iterator

from tests.architecture.source import Module, modules

TAKES_MARKUP = {"Static", "Label", "Button", "Checkbox", "RadioButton", "OptionList", "Option"}
SETS_MARKUP = {"tooltip", "border_title", "border_subtitle"}


def interface() -> Iterator[Module]:
    return (module for module in modules() if module.name.startswith("okrtui/tui/"))


def is_fixed(node: ast.expr) -> bool:
    """Whether it is a text that stands in the source."""
    return isinstance(node, ast.Constant)


def is_content(node: ast.expr) -> bool:
    """Whether it is made right here by something that makes content, or stands in the source."""
    if is_fixed(node):
        return True
    if isinstance(node, ast.Call):
        names = {found.id for found in ast.walk(node.func) if isinstance(found, ast.Name)}
        return bool(names & {"Content", "content", "Text", "finding_content"}) or _called(node).startswith("_")
    return False


def _called(call: ast.Call) -> str:
    node = call.func
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def calls(module: Module, names: set[str]) -> Iterator[ast.Call]:
    return (call for name, call in module.calls() if name.rpartition(".")[2] in names)


def without_markup(call: ast.Call) -> bool:
    return any(
        keyword.arg == "markup" and isinstance(keyword.value, ast.Constant) and keyword.value.value is False
        for keyword in call.keywords
    )


def test_a_notice_never_reads_a_title_as_markup() -> None:
    found = [
        module.at(call)
        for module in interface()
        for call in calls(module, {"notify"})
        if not without_markup(call) and not all(map(is_fixed, call.args))
    ]
    assert found == []


def test_a_widget_is_given_content_or_told_to_read_no_markup() -> None:
    found = [
        module.at(call)
        for module in interface()
        for call in calls(module, TAKES_MARKUP)
        if not without_markup(call) and not all(map(is_content, call.args[:1]))
    ]
    assert found == []


def test_a_formatted_text_never_goes_into_a_widget_as_it_is() -> None:
    """An f-string or a joined text handed to ``update`` would be markup, were the widget not told otherwise."""
    found = [
        module.at(call)
        for module in interface()
        for call in calls(module, {"update"})
        for argument in call.args[:1]
        if isinstance(argument, ast.JoinedStr | ast.BinOp)
        or (
            isinstance(argument, ast.Call) and isinstance(argument.func, ast.Attribute) and _is_text_join(argument.func)
        )
    ]
    assert found == []


def _is_text_join(function: ast.Attribute) -> bool:
    """Whether it is ``"…".join`` or ``"…".format``."""
    return function.attr in {"join", "format"} and is_fixed(function.value)


def test_tooltips_and_titles_of_borders_hold_no_text_of_a_plan() -> None:
    found = [
        module.at(node)
        for module in interface()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Attribute) and target.attr in SETS_MARKUP and not is_content(node.value)
    ]
    assert found == []
