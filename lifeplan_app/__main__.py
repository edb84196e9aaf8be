"""``python -m lifeplan_app``."""

import sys

from lifeplan_app.cli import main

sys.exit(main())
