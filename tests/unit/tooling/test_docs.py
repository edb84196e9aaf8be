"""What the documentation says is there, is there."""

import re

import pytest

from lifeplan_app.frontend.places import ROOT
from tools import promises

DOCS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
CHECKS = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| ([A-Z]\d+) (?:\(b\) )?\|.*$", re.MULTILINE)
LINK = re.compile(r"""(?:\]\(|src=")([^)"\s]+)""")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
# Anything with two parts that begins at the root of a disk, but for the addresses of the app itself.
PATH = re.compile(
    r"""(?:^|[\s"'`(=])(/(?!plan|me|new|regain|en|session|assets|_event)[\w.~-]+/[\w.~-]+)|[A-Z]:\\"""
)


def as_name(document):
    return document.relative_to(ROOT).as_posix()


def anchors(markdown):
    """The names by which headings can be linked to, as code hosts make them."""
    kept = (re.sub(r"[^\w\s-]", "", heading.lower()).strip() for heading in HEADING.findall(markdown))
    return {re.sub(r"\s", "-", heading) for heading in kept}


def test_every_promise_is_told_once_and_in_the_order_of_the_list():
    assert [row[1] for row in ROW.finditer(CHECKS)] == list(promises.titles())


def test_the_tests_that_are_named_for_a_promise_carry_its_mark():
    for row in ROW.finditer(CHECKS):
        for link in LINK.findall(row[0]):
            if link.startswith("../tests/"):
                marks = re.findall(r"mark\.check\(([^)]*)\)", (ROOT / link[3:]).read_text(encoding="utf-8"))
                assert any(f'"{row[1]}"' in each for each in marks), f"{link} does not prove {row[1]}"


@pytest.mark.parametrize("document", DOCS, ids=as_name)
def test_every_link_leads_to_something(document):
    for link in LINK.findall(document.read_text(encoding="utf-8")):
        if link.startswith("https://"):
            continue
        address, _, anchor = link.partition("#")
        target = document.parent / address if address else document
        assert target.exists(), link
        if anchor:
            assert anchor in anchors(target.read_text(encoding="utf-8")), link


@pytest.mark.parametrize("document", DOCS, ids=as_name)
def test_no_path_of_a_machine_stands_in_a_document(document):
    assert PATH.findall(document.read_text(encoding="utf-8")) == []


def test_every_decision_is_in_the_list_of_them():
    folder = ROOT / "docs" / "decisions"
    listed = LINK.findall((folder / "README.md").read_text(encoding="utf-8"))
    assert listed == sorted(file.name for file in folder.glob("[0-9]*.md"))
