"""What the benchmarks share: people with plans, servers, windows, and how results are told.

Importing any of it makes the app and the tools found, from wherever a benchmark is run.
"""

import sys
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parents[1]
sys.path[:0] = [path for path in (str(BENCHMARKS.parent), str(BENCHMARKS)) if path not in sys.path]
