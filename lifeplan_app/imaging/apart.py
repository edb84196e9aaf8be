"""Developing a photo in a process of its own.

Decoders of photos are written in C, and they are where a fault in the handling of memory is likeliest.
The process of the server holds the keys of everybody who is signed in; the one that decodes holds
this photo and nothing else. The photo goes there and back through pipes, never over the disk.
"""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import BoundedSemaphore, Timer
from typing import IO, cast

from lifeplan_app.imaging.answer import MOST_ANSWERED, Developed, unpack, weigh

__all__ = ["Developed", "develop_apart"]

COMMAND = (sys.executable, "-B", "-E", "-s", "-m", "lifeplan_app.imaging.child")
PATIENCE = 30.0  # seconds
_ROOT = Path(__file__).resolve().parents[2]
_two_at_a_time = BoundedSemaphore(2)


def develop_apart(data: bytes) -> Developed:
    """Return the photo *data* as two WebP pictures without metadata. It takes a second: call it in a thread.

    Raises:
        PhotoEmptyError: There is nothing.
        PhotoTooHeavyError: It is more than 8 MB.
        PhotoUnreadableError: It is no JPEG, PNG, WebP or HEIC, or is something else as well.
        PhotoTooLargeError: It has more than 50 million pixels, or needs more memory than there is.
        PhotoBrokenError: It cannot be read to its end, or the other process fell or took too long.
    """
    weigh(data)
    with _two_at_a_time:
        return unpack(_ask(data))


def _ask(data: bytes) -> bytes:
    """Return what the other process says to *data*: less than an answer, if it fell or was ended."""
    with subprocess.Popen(  # noqa: S603  (our own command, nothing of anybody's in it)
        COMMAND,
        cwd=_ROOT,
        env={},  # where the data lies is none of its business
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        close_fds=True,
    ) as process:
        _goes_first(process.pid)
        end = Timer(PATIENCE, process.kill)
        end.start()
        try:
            return _exchange(process, data)
        finally:
            process.kill()  # it has said what it had to say
            end.cancel()


def _goes_first(pid: int) -> None:
    """Have Linux end that process, not the server, when memory runs short; elsewhere nothing happens."""
    with suppress(OSError):
        Path(f"/proc/{pid}/oom_score_adj").write_text("1000", encoding="ascii")


def _exchange(process: "subprocess.Popen[bytes]", data: bytes) -> bytes:
    """Hand *data* over and return what comes back, no more of it than an answer can be long."""
    with suppress(BrokenPipeError), cast("IO[bytes]", process.stdin) as there:
        there.write(data)  # it may fall before it has read everything
    return cast("IO[bytes]", process.stdout).read(MOST_ANSWERED + 1)
