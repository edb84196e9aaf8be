"""A third language, read from right to left, until there is a real one: French in Arabic letters.

Run as a module, this is the server of `python -m lifeplan_app`, to which a language was added as
docs/words.md tells: a member of `Language`, and a catalogue. Its words are no words, but each is as long
as the French one, and all that decides about direction is the app's own.
"""

import re
import runpy
import shutil
import tempfile
from pathlib import Path

from babel.messages.pofile import read_po, write_po

from lifeplan_app.i18n import catalogue
from lifeplan_app.model.account import Language

ARABIC = "ar"
LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzàâçéèêëîïôùûœ",
    "ابجدهفغحيقكلمنعبسرستوطخشيزاةجعءئإيىؤظضص",
)
KEPT = re.compile(r"(\{\w*\})")


def mirrored(text: str) -> str:
    """Return *text* in letters that are read from right to left; what stands in braces stays."""
    return "".join(
        part if KEPT.fullmatch(part) else part.lower().translate(LETTERS) for part in KEPT.split(text)
    )


def learn() -> None:
    """Teach this process the language."""
    member = str.__new__(Language, ARABIC)
    member._name_, member._value_ = "ARABIC", ARABIC
    Language._member_names_.append(member._name_)
    Language._member_map_[member._name_] = member
    Language._value2member_map_[ARABIC] = member
    with tempfile.TemporaryDirectory() as folder:
        _read_catalogues(Path(folder))


def _read_catalogues(folder: Path) -> None:
    for file in catalogue.FOLDER.glob("*.po"):
        shutil.copy(file, folder)
    with (folder / "fr.po").open("rb") as source, (folder / f"{ARABIC}.po").open("wb") as target:
        words = read_po(source)
        for each in words:
            each.string = mirrored(str(each.string)) if each.id else each.string
        write_po(target, words)
    catalogue.FOLDER = folder
    for language in Language:
        catalogue.messages(language)  # once: the app asks for each again and again, and gets these


if __name__ == "__main__":
    learn()
    runpy.run_module("lifeplan_app", run_name="__main__")
