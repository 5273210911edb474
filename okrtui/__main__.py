"""``python -m okrtui``."""

import sys

from okrtui.cli import main

sys.exit(main())
