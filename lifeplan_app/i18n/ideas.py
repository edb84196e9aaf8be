"""Ideas for steps, by what they are about: written for this project, sent only when she asks."""

from typing import Final

from lifeplan_app.i18n.catalogue import messages, say
from lifeplan_app.model.account import Language

GROUPS: Final = ("papers", "health", "money", "learning", "home", "children", "rest", "company")


def idea_groups(language: Language) -> tuple[tuple[str, str], ...]:
    """Return what ideas can be about, in *language*: the key of each group, and its title."""
    return tuple((group, say(language, f"idea.{group}")) for group in GROUPS)


def ideas(language: Language, group: str) -> tuple[str, ...]:
    """Return the ideas of *group* in *language*; none if there is no such group."""
    if group not in GROUPS:
        return ()
    beginning = f"idea.{group}."
    return tuple(text for key, text in messages(language).items() if key.startswith(beginning))
