"""What all tests share: a machine of their own, and the list of promises that they prove."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from lifeplan_app.frontend.build import reflex_environment
from tests.tools import promises

# Before anything imports the app: it reads the environment once, and must not find the real data.
os.environ.update(reflex_environment())
DATA = tempfile.mkdtemp(prefix="carnet-tests-")
os.environ["DATA"] = DATA


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--proved", type=Path, help="write the ids of the promises that tests are marked with here"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    marked = {check for item in items for mark in item.iter_markers("check") for check in mark.args}
    unknown = sorted(marked - set(promises.titles()))
    if unknown:
        raise pytest.UsageError(
            f"tests are marked with promises that tests/checks.txt does not know: {unknown}"
        )
    if file := config.getoption("--proved"):
        file.write_text("\n".join(sorted(marked)), encoding="utf-8")


def pytest_unconfigure() -> None:
    shutil.rmtree(DATA, ignore_errors=True)
