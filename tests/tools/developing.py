"""``python -m tests.tools.developing``: how long a photo takes to be developed apart, and how much memory."""

import os
import subprocess
import sys
import time
from io import BytesIO
from statistics import median

from PIL import Image

from lifeplan_app.frontend.places import ROOT
from lifeplan_app.imaging import apart

TIMES = 7
ONE = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], env={}, stdout=-3, check=False); "
MOST = "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)"


def photo(size: tuple[int, int], kind: str, mode: str = "RGB", **options: int) -> bytes:
    """Return soft noise of that size, about as heavy as a photo of a camera."""
    coarse = size[0] // 20, size[1] // 20
    picture = Image.frombytes("RGB", coarse, os.urandom(coarse[0] * coarse[1] * 3)).resize(size).convert(mode)
    if mode == "RGBA":
        picture.putalpha(99)
    sink = BytesIO()
    picture.save(sink, kind, **options)
    return sink.getvalue()


def measure(name: str, sent: bytes, command: tuple[str, ...] = apart.COMMAND) -> None:
    """Print the median of some runs of *command* with *sent*, and the most memory that it held."""
    took: list[float] = []
    told = b""
    for _ in range(TIMES):
        began = time.perf_counter()
        told = subprocess.run(
            [sys.executable, "-c", ONE + MOST, *command],
            input=sent,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
        took.append(time.perf_counter() - began)
    print(
        f"{name:34} {len(sent) / 1e6:5.2f} MB  {median(took):5.2f} s  {int(told):5d} MB of memory", flush=True
    )


if __name__ == "__main__":
    measure("Python alone, twice", b"", (sys.executable, "-c", "pass"))
    measure("nothing: the start", b"no photo")
    measure("JPEG, 12 megapixels", photo((4000, 3000), "JPEG", quality=95))
    measure("JPEG, 50 megapixels", photo((8160, 6120), "JPEG", quality=75))
    measure("JPEG, 50 megapixels, progressive", photo((8160, 6120), "JPEG", quality=60, progressive=1))
    measure("PNG, 50 megapixels, one colour", photo((8160, 6120), "PNG", mode="1"))
    measure(
        "WebP, 50 megapixels, transparent", photo((8160, 6120), "WEBP", mode="RGBA", quality=20, method=0)
    )
