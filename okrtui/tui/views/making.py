"""From the name of a view to the view; each brings its modules along when it is first turned to."""

from okrtui.tui.scopes import Scope
from okrtui.tui.views.view import View
from okrtui.tui.world import World


def make_view(name: Scope, world: World) -> View:
    """A view by its name, empty."""
    match name:
        case "check_in":
            from okrtui.tui.views.check_in import CheckInView

            return CheckInView(world)
        case "progress":
            from okrtui.tui.views.progress import ProgressView

            return ProgressView(world)
        case "actions":
            from okrtui.tui.views.actions import ActionsView

            return ActionsView(world)
        case "not_now":
            from okrtui.tui.views.not_now import NotNowView

            return NotNowView(world)
        case "report":
            from okrtui.tui.views.report import ReportView

            return ReportView(world)
        case "guide":
            from okrtui.tui.guide.guide import GuideView

            return GuideView(world)
        case "review":
            from okrtui.tui.guide.review import ReviewView

            return ReviewView(world)
        case "close":
            from okrtui.tui.close.walk import CloseView

            return CloseView(world)
        case "carry":
            from okrtui.tui.close.carrying import CarryView

            return CarryView(world)
        case "across":
            from okrtui.tui.views.across import AcrossView

            return AcrossView(world)
        case "versions":
            from okrtui.tui.views.versions import VersionsView

            return VersionsView(world)
        case _:
            from okrtui.tui.views.plan import PlanView

            return PlanView(world)
