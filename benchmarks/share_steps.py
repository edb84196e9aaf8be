"""Sharing 20 steps with one person, against saving 20 steps.

They are shared as the app does it: all of them in one unit of work, each a card of its own, sealed
for that one person. They are saved as the app does it: each in a unit of work of its own, as the
words leave a field. Every unit of work is on the disk before the next begins.
"""

import time
from contextlib import closing
from datetime import date
from pathlib import Path
from statistics import median

from kit.linked import link, steps_of
from kit.people import SMALL, account, house_in, name_of, newcomer
from kit.runs import RUNS, Pair, introduce, tell
from kit.servers import scratch

from lifeplan_app.core import following, sharing, typed
from lifeplan_app.core.house import House
from lifeplan_app.core.typed import Typed, Way
from lifeplan_app.model.account import Actor, Role
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.sharing import Contact

STEPS = 20
ROUNDS = 5  # of each run; in turn, so that what else the machine does meets both
LIMIT = 4
NAMES = ("sharing", "saving")


class Owner:
    """A person with twenty steps, who is linked with somebody."""

    def __init__(self, here: House) -> None:
        self._here = here
        self._actor: Actor = newcomer(here, 0, SMALL)
        steps = steps_of(here, self._actor)
        self._versions = {each.id: each.version for each in steps}
        self._turn = 0
        self.other: Contact = link(here, self._actor, account(here, 1, Role.CASEWORKER), name_of(0))
        assert len(steps) == STEPS

    def share(self) -> float:
        """Share all of them, and return the milliseconds that took."""
        self._take_back()
        today = self._here.today()
        began = time.perf_counter()
        with self._here.write() as uow:
            granted = sharing.share(
                uow, self._actor, self.other.id, self._versions, sharing.usual_end(today), today
            )
        taken = time.perf_counter() - began
        assert len(granted) == STEPS
        return 1000 * taken

    def save(self) -> float:
        """Write other words in each of them, and return the milliseconds that took; none is shared then."""
        self._take_back()
        self._turn += 1
        today = self._here.today()
        began = time.perf_counter()
        for number, step in enumerate(self._versions):
            self._save_one(step, f"Write down question {number} for the {self._turn}. time", today)
        return 1000 * (time.perf_counter() - began)

    def _save_one(self, step: RecordId, text: str, today: date) -> None:
        with self._here.write() as uow:
            changed = typed.keep(uow, self._actor, Typed(Way.WRITE, step, text, self._versions[step]))
            following.after(uow, self._actor, changed, today)
        assert changed is not None
        assert not changed.record.others, "what another window wrote was not meant to be beside it"
        self._versions[step] = changed.record.version

    def _take_back(self) -> None:
        with self._here.write() as uow:
            sharing.stop_all(uow, self._actor, self.other.id)


def measure(folder: Path) -> Pair:
    """Return what both take in turn."""
    pair = Pair(f"{STEPS} steps, in ms", NAMES, LIMIT)
    with closing(house_in(folder)) as here:
        owner = Owner(here)
        owner.share()
        owner.save()  # the first of both count for nothing
        for _ in range(RUNS):
            taken = [(owner.share(), owner.save()) for _ in range(ROUNDS)]
            for values, found in zip((pair.app, pair.baseline), zip(*taken, strict=True), strict=True):
                values.append(median(found))
    return pair


def main() -> None:
    introduce(f"Sharing {STEPS} steps")
    with scratch() as folder:
        tell(measure(folder / "data"))


if __name__ == "__main__":
    main()
