"""An update that is worked out when somebody asks for it, and each of its formats once."""

import datetime as dt
from functools import cached_property

from okrtui.model.measure import Bands
from okrtui.report.standing import Standing
from okrtui.report.update.content import Update, update_of
from okrtui.report.update.formats import Format, rendered


class Edition:
    """One update of one plan, in every format."""

    def __init__(self, standing: Standing, bands: Bands, since: dt.date | None = None, objective_id: str = "") -> None:
        """Nothing is worked out yet; the arguments are those of :func:`update_of`."""
        self._standing, self._bands, self._since, self._objective_id = standing, bands, since, objective_id
        self._texts: dict[Format, str] = {}

    @cached_property
    def update(self) -> Update:
        """What there is to say."""
        return update_of(self._standing, self._since, self._objective_id, self._bands)

    def text(self, name: Format) -> str:
        """The update in a format, as it is sent."""
        if name not in self._texts:
            self._texts[name] = rendered(self.update, name)
        return self._texts[name]
