"""Who this window belongs to, and the words it speaks."""

from typing import Any, Final

import reflex as rx
from reflex.state import BaseState

from lifeplan_app import routes
from lifeplan_app.core.sessions import Session
from lifeplan_app.i18n import group_of, private_words, refusal_sentence, say
from lifeplan_app.model.account import Cover, Language, LockDelay, Role, Settings
from lifeplan_app.model.errors import CarnetError, SessionOverError
from lifeplan_app.model.labels import RENAMEABLE
from lifeplan_app.state.house import current_house
from lifeplan_app.state.page_words import PageWordsState
from lifeplan_app.state.putting import put

PICKER_SECONDS: Final = 120
"""So long an immediate lock waits for a picker; ``lock.js`` counts as long."""

BEFORE_THE_SERVER_SPEAKS: dict[str, str] = {"exit.name": say(Language.FRENCH, "exit.name")}
"""What a private page says before its socket is open: only that one can leave."""


class BoundState(rx.State):
    """Which session this window's state was filled under. Holds a hash, which opens nothing."""

    _session: str = ""


class SessionState(rx.State):
    """The window as a whole.

    Attributes:
        gate: ``""`` before the server spoke, ``open``, ``closed`` (nobody is signed in: what the
            page shows stays as it is, covered) or ``locked`` (emptied).
        t: All words of the private pages, in her language.
        own: Those that she may put a word of her own in the place of, with hers where she did.
        language: For ``<html lang>``.
        text_size: For ``<html data-text>``.
        theme: For ``<html data-theme>``.
        exit_url: Where leaving leads, for the phone; empty where the programme decides.
        home: The address of the cover in her language; the phone knows whether it is another one.
        role: What she is here for: the value of a `Role`; no word of it.
        tag: Tells her windows from another person's.
        lock_seconds: After so long without an act of hers the page empties itself.
        at_once: She wants it locked when the screen is left.
    """

    gate: str = ""
    t: dict[str, str] = BEFORE_THE_SERVER_SPEAKS
    own: dict[str, str] = {}
    language: str = ""
    text_size: str = ""
    theme: str = ""
    exit_url: str = ""
    home: str = ""
    role: str = ""
    tag: str = ""
    lock_seconds: int = 0
    at_once: bool = False

    def welcome(self, session: Session) -> None:
        """Fill the window with what every private page needs."""
        self.gate = "open"
        self.tag = session.tag
        self.role = session.actor.role.value
        self.adopt(session.settings)

    def adopt(self, settings: Settings) -> None:
        """Speak and look as *settings* say."""
        if settings.language.value != self.language:
            self.language = settings.language.value
            self.home = routes.cover(Cover.NOTEBOOK, settings.language)
            self.t = private_words(settings.language, Role(self.role or Role.PARTICIPANT))
            self.lay_over({})
        put(
            self,
            text_size=settings.text_size.value,
            theme=settings.theme.value,
            exit_url=settings.exit_url,
            lock_seconds=settings.lock_delay.idle_seconds,
            at_once=settings.lock_delay is LockDelay.AT_ONCE,
        )

    def lay_over(self, labels: dict[str, str]) -> None:
        """Put her own words, by the messages they stand in for, in the place of the app's."""
        own = {key: labels.get(key) or self.t[key] for key in RENAMEABLE}
        if own != self.own:
            self.own = own

    @rx.event
    def still_here(self) -> None:
        """Count an act of hers that needed no other handler, such as reading on."""

    @rx.event
    async def hold(self) -> None:
        """Wait for her while a picker that she has opened lies over the page."""
        current_house().sessions.hold((await session_of(self)).id_hash, PICKER_SECONDS)

    def sentence(self, refusal: CarnetError) -> str:
        """Return the sentence of *refusal* in the language of this window."""
        return refusal_sentence(Language(self.language or Language.FRENCH), refusal)


def word(key: str | rx.Var[str]) -> rx.Var[str]:
    """Return the word *key* of a private page, as the server sent it."""
    # On the class it is the variable, not the dictionary that it is declared as.
    words: Any = SessionState.t
    if isinstance(key, str) and key in RENAMEABLE:
        words = SessionState.own
    elif isinstance(key, str) and (group := group_of(key)):
        words = getattr(PageWordsState, group)
    return words[key]


def word_of(group: str, key: rx.Var[str]) -> rx.Var[str]:
    """Return the word of a *key* of that group which is known only when the page shows."""
    words: Any = getattr(PageWordsState, group)
    return words[key]


def own_word(key: rx.Var[str]) -> rx.Var[str]:
    """Return the word of a *key* of `RENAMEABLE` that is known only when the page shows; hers, if any."""
    words: Any = SessionState.own
    return words[key]


async def session_of(state: BaseState) -> Session:
    """Return the live session of this window.

    Raises:
        SessionOverError: There is none, or its time is over.
    """
    bound = await state.get_state(BoundState)
    session = current_house().sessions.find_hash(bound._session)  # noqa: SLF001
    if session is None:
        raise SessionOverError
    return session
