"""What each cover may be called on a phone."""

from typing import Final

from lifeplan_app.i18n.catalogue import say
from lifeplan_app.model.account import Cover, Language

NAMES: Final = (1, 2, 3)
"""The numbers of the names that she can choose from; the first is the cover's own."""


def name_of(cover: Cover, number: int, language: Language) -> str:
    """Return the name *number* of *cover* in *language*.

    Raises:
        KeyError: There is no such name.
    """
    return say(language, f"public.called.{_KIND[cover]}.{number}")


_KIND: Final = {Cover.NOTEBOOK: "notebook", Cover.CALCULATOR: "calculator"}
