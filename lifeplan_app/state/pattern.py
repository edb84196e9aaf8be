"""A text as a square of dark and light modules (a QR code), drawn as one path."""

from dataclasses import dataclass
from itertools import groupby

import segno

QUIET_ZONE = 4
"""So many light modules around it let a camera find it."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """What is drawn.

    Attributes:
        path: The dark modules, one run after another, each module one unit wide.
        box: What of the plane shows: the modules and the light around them.
    """

    path: str
    box: str


def pattern_of(text: str) -> Pattern:
    """Return the QR code of *text*."""
    rows = segno.make_qr(text, error="m").matrix
    size = len(rows) + 2 * QUIET_ZONE
    path = "".join(_runs(row, y) for y, row in enumerate(rows))
    return Pattern(path, f"{-QUIET_ZONE} {-QUIET_ZONE} {size} {size}")


def _runs(row: bytearray, y: int) -> str:
    """Return the dark runs of one row."""
    path, x = "", 0
    for dark, run in groupby(row):
        length = len(list(run))
        if dark:
            path += f"M{x} {y}h{length}v1h-{length}z"
        x += length
    return path
