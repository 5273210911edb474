"""The earlier versions of a quarter to look through; each is read when it is asked for, and once."""

from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.storage.errors import FileError
from okrtui.storage.history import Version, named, short_names
from okrtui.storage.repository import Repository


class Versions:
    """What the history of a quarter held when it was opened."""

    quarter: Quarter
    found: list[Version]
    """Newest first."""
    names: dict[Version, str]
    """How a person names each."""

    def __init__(self, repository: Repository, quarter: Quarter, present: Plan | None) -> None:
        """``present`` is the plan that the newest version became; None where that cannot be read."""
        self.quarter = quarter
        self.found = repository.versions(quarter)
        self.names = short_names(self.found)
        self._repository = repository
        self._present = present
        self._read: dict[Version, Plan | FileError] = {}

    def read(self, version: Version) -> Plan | FileError:
        """The plan of a version, or why it cannot be read."""
        if version not in self._read:
            try:
                self._read[version] = self._repository.load_version(version)
            except FileError as error:
                self._read[version] = error
        return self._read[version]

    def after(self, version: Version) -> Plan | None:
        """The plan that came after a version; what cannot be read is passed over."""
        for later in reversed(self.found[: self.found.index(version)]):
            if isinstance(plan := self.read(later), Plan):
                return plan
        return self._present

    def last_readable(self) -> Version | None:
        """The newest version that can be read."""
        return next((version for version in self.found if isinstance(self.read(version), Plan)), None)

    def find(self, name: str) -> list[Version]:
        """The versions that a person may mean by this name, newest first; of those with the same bytes the newest."""
        return named(self.found, name)
