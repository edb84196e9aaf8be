"""``python -m lifeplan_app``."""

import os
import sys

from lifeplan_app.cli import main

code = main()
sys.stdout.flush()
sys.stderr.flush()
# Everything is closed by now. The server's own threads may still be about to enter Python; were the
# interpreter taken apart under them, as `sys.exit` would, the process would abort with a core dump.
os._exit(code)
