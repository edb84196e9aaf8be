"""A process that writes until it is killed: `python -m tests.integration.writers FOLDER NAME…`.

Each name is a person who writes from a thread of her own. What is told on standard output was
acknowledged: it has to be there afterwards.
"""

import json
import os
import sys
import threading
from itertools import count
from pathlib import Path

from lifeplan_app.core import adding, marks, words
from lifeplan_app.model.plan import Horizon, Progress
from tests.factories import PASSPHRASE, TODAY, Person, services


def write_for_ever(person: Person) -> None:
    for number in count():
        goal = person.do(adding.add_goal, Horizon.SHORT, f"goal {number}").record
        tell(person.name, goal)
        step = person.do(adding.add_step, goal.id, f"step {number}").record
        tell(person.name, step)
        tell(person.name, person.do(marks.set_progress, step.id, Progress.DONE, TODAY).record)
        tell(person.name, person.do(words.write_text, goal.id, f"new {number}", goal.version).record)


def tell(name, record) -> None:
    line = json.dumps([name, record.id, record.version, record.text, record.progress]) + "\n"
    os.write(1, line.encode())  # at once and whole, unlike print


if __name__ == "__main__":
    house = services(Path(sys.argv[1]))
    people = [Person(house, name, PASSPHRASE) for name in sys.argv[2:]]
    for person in people:
        person.sign_in()
    for person in people:
        threading.Thread(target=write_for_ever, args=(person,)).start()
