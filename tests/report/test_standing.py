"""Where a plan stands, worked out again after each edit: as if it were worked out for the first time."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from okrtui.model.edits import ChangeFields, ChangeQuarter
from okrtui.model.measure import Bands
from okrtui.report.standing import Before, stand
from tests.model.random_edits import edits_of, grown_plan
from tests.support.desk import example_plan
from tests.support.plans import TODAY


@given(st.data())
def test_what_is_kept_of_the_time_before_is_never_out_of_date(data: st.DataObject) -> None:
    plan, before = grown_plan(), Before()
    for edit in data.draw(edits_of(plan, most=6)):
        plan = edit.apply(plan)
        assert stand(plan, TODAY, before=before) == stand(plan, TODAY)


def test_another_day_or_other_bands_or_another_title_elsewhere_are_seen() -> None:
    plan, before = example_plan(), Before()
    stand(plan, TODAY, before=before)
    later, strict = TODAY + dt.timedelta(days=9), Bands(on_track=1, at_risk=2, check_in_days=7)
    assert stand(plan, later, before=before) == stand(plan, later) != stand(plan, TODAY)
    assert stand(plan, TODAY, strict, before=before) == stand(plan, TODAY, strict)
    again = ChangeFields(plan.objectives[3].id, {"title": plan.objectives[0].title}).apply(plan)
    assert stand(again, TODAY, before=before) == stand(again, TODAY)
    back = ChangeFields(plan.objectives[0].id, {"title": "Open a second market"}).apply(again)
    assert stand(back, TODAY, before=before) == stand(back, TODAY)
    shorter = ChangeQuarter({"end": dt.date(2026, 12, 1)}).apply(plan)
    assert stand(shorter, TODAY, before=before) == stand(shorter, TODAY)
