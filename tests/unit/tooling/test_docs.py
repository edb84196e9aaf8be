"""What the documentation says is there, is there.

Run as a module it writes into docs/checks.md which tests are marked with which promise.
"""

import re

import pytest

from lifeplan_app.frontend.places import ROOT
from tests.tools import promises

REWRITE = ".venv/bin/python -m tests.unit.tooling.test_docs"
DOCS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LIST = ROOT / "docs" / "checks.md"
CHECKS = LIST.read_text(encoding="utf-8")
ROW = re.compile(r"^\| ([A-Z]\d+) (?:\(b\) )?\|.*$", re.MULTILINE)
MARK = re.compile(r"mark\.check\(([^)]*)\)")
NOT_MARKED = "**not marked yet**"
NAMED = re.compile(r"\[[^\]]*\]\(\.\./tests/[^)]*\)[,;]?\s*|" + re.escape(NOT_MARKED))
LINK = re.compile(r"""(?:\]\(|src=")([^)"\s]+)""")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
# Anything with two parts that begins at the root of a disk, but for the addresses of the app itself.
PATH = re.compile(
    r"""(?:^|[\s"'`(=])(/(?!plan|me|new|regain|en|session|assets|_event)[\w.~-]+/[\w.~-]+)|[A-Z]:\\"""
)


def as_name(document):
    return document.relative_to(ROOT).as_posix()


def proofs_of(check):
    """The test files that hold the mark of a promise, in order."""
    for file in sorted((ROOT / "tests").rglob("test_*.py")):
        if any(f'"{check}"' in marks for marks in MARK.findall(file.read_text(encoding="utf-8"))):
            yield as_name(file)


def with_tests(row):
    """A line of the list, its last cell naming the tests there are and whatever else it says."""
    line, _, last = row[0].removesuffix(" |").rpartition(" | ")
    links = ", ".join(f"[{name.removeprefix('tests/')}](../{name})" for name in proofs_of(row[1]))
    cell = "; ".join(filter(None, [links, NAMED.sub("", last).strip()]))
    return f"{line} | {cell or NOT_MARKED} |"


def anchors(markdown):
    """The names by which headings can be linked to, as code hosts make them."""
    kept = (re.sub(r"[^\w\s-]", "", heading.lower()).strip() for heading in HEADING.findall(markdown))
    return {re.sub(r"\s", "-", heading) for heading in kept}


def test_every_promise_is_told_once_and_in_the_order_of_the_list():
    assert [row[1] for row in ROW.finditer(CHECKS)] == list(promises.titles())


def test_the_tests_that_carry_a_promise_are_named_beside_it():
    stale = [row[1] for row in ROW.finditer(CHECKS) if with_tests(row) != row[0]]
    assert stale == [], f"say `{REWRITE}`: it writes the tests of these promises into docs/checks.md"


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


if __name__ == "__main__":
    LIST.write_text(ROW.sub(with_tests, CHECKS), encoding="utf-8")
