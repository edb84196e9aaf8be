"""The process that develops one photo: ``python -m lifeplan_app.imaging.child``.

The photo comes on its input, the answer goes to its output. Everything it needs is imported before
it gives up what a tricked decoder could use: from then on it opens no file and no connection.
"""

import os
import resource
import sys
from contextlib import suppress
from typing import BinaryIO

from lifeplan_app.imaging.answer import MOST_SENT, pack, pack_refusal
from lifeplan_app.imaging.developing import develop
from lifeplan_app.model.errors import CarnetError

LIMITS = {
    resource.RLIMIT_CORE: 0,  # no picture of the memory on the disk
    resource.RLIMIT_FSIZE: 0,  # not a byte into any file
    resource.RLIMIT_NOFILE: 0,  # nothing is opened any more: no file, no connection
    resource.RLIMIT_CPU: 20,  # seconds
    resource.RLIMIT_AS: 1_500_000_000,  # bytes
}
LESS_URGENT = 5  # the pages of everybody else come first


def main(source: BinaryIO, sink: BinaryIO) -> None:
    """Write to *sink* what becomes of the photo in *source*."""
    confine()
    sink.write(answer(source.read(MOST_SENT + 1)))
    sink.flush()


def answer(data: bytes) -> bytes:
    """Return the two pictures of *data*, or the code of what is wrong with it, as one run of bytes."""
    try:
        return pack(develop(data))
    except CarnetError as refused:
        return pack_refusal(refused)


def confine() -> None:
    """Give up, for good, what developing does not need. What a system does not know is left."""
    os.nice(LESS_URGENT)
    for limit, most in LIMITS.items():
        with suppress(ValueError, OSError):
            resource.setrlimit(limit, (most, most))


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
