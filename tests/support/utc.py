"""Times of day are those of the person's own zone: here that is UTC, on every machine."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def in_utc() -> Iterator[None]:
    """Within it, the zone of the process is UTC."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = "UTC"
    time.tzset()
    try:
        yield
    finally:
        if before is None:
            del os.environ["TZ"]
        else:
            os.environ["TZ"] = before
        time.tzset()
