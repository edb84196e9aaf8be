"""The real server over a store that seals nothing: the same rows on the same disk, in clear."""

import sys
from functools import partial

from kit.clear_records import ClearRecords
from lifeplan_app import cli
from lifeplan_app.core import house

if __name__ == "__main__":
    house.make = partial(house.make, records_factory=ClearRecords)
    sys.exit(cli.main(["serve"]))
