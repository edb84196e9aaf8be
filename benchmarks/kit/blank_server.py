"""The server of this project, with the blank app in the place of its own; ``BLANK`` says where it lies."""

import os
from pathlib import Path

from kit.blank_app import NAME
from lifeplan_app import serving
from lifeplan_app.settings import Settings

if __name__ == "__main__":
    serving.ROOT = Path(os.environ["BLANK"])
    serving.APP = f"{NAME}.{NAME}"
    serving.serve(Settings.read(), lambda: None)
