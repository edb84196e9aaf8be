"""Whether the catalogues say the same things: same keys, same places for values, nothing left out."""

import re
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import read_po

FOLDER = Path(__file__).resolve().parents[2] / "lifeplan_app" / "i18n"
SOURCE = "fr"


def main() -> int:
    """Print what is wrong with the catalogues, and return an exit code."""
    catalogues = {file.stem: read(file) for file in sorted(FOLDER.glob("*.po"))}
    faults = [fault for language in catalogues for fault in faults_of(language, catalogues)]
    print("\n".join(faults) or f"{len(catalogues)} catalogues of {len(catalogues[SOURCE])} messages agree.")
    return 1 if faults else 0


def read(file: Path) -> dict[str, Message]:
    """Return the messages of the catalogue *file* by key."""
    with file.open("rb") as opened:
        return {str(each.id): each for each in read_po(opened, abort_invalid=True) if each.id}


def faults_of(language: str, catalogues: dict[str, dict[str, Message]]) -> list[str]:
    """Return what is wrong with the catalogue of *language*, compared with the source."""
    own, source = catalogues[language], catalogues[SOURCE]
    faults = [f"{language}: {key} is missing" for key in source.keys() - own.keys()]
    faults += [f"{language}: {key} is not in {SOURCE}" for key in own.keys() - source.keys()]
    faults += [f"{language}: {key} is empty" for key, each in own.items() if not str(each.string).strip()]
    faults += [f"{language}: {key} is marked as fuzzy" for key, each in own.items() if each.fuzzy]
    faults += [
        f"{language}: {key} has other places for values than in {SOURCE}"
        for key in own.keys() & source.keys()
        if places(own[key]) != places(source[key])
    ]
    return sorted(faults)


def places(message: Message) -> set[str]:
    """Return the names of the values that *message* has places for."""
    return set(re.findall(r"{(\w*)[^}]*}", str(message.string)))
