"""Which promises of the app (tests/checks.txt) no test proves yet. It only tells; it fails nothing."""

from pathlib import Path

LIST = Path(__file__).resolve().parents[1] / "checks.txt"


def titles() -> dict[str, str]:
    """Return the title of every promise by its id."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    pairs = (line.split(maxsplit=1) for line in lines if line.strip() and not line.startswith("#"))
    return {check: title.strip() for check, title in pairs}


def report(proved: Path) -> None:
    """Print the promises that no test is marked with, as the runs wrote them into the folder *proved*."""
    marked = {check for file in proved.iterdir() for check in file.read_text(encoding="utf-8").split()}
    known = titles()
    missing = [check for check in known if check not in marked]
    print(f"\n=== promises: {len(known) - len(missing)} of {len(known)} have a test; these have none yet:")
    for check in missing:
        print(f"{check:>4}  {known[check]}")
