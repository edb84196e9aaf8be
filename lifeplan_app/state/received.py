"""What others show to whoever is signed in."""

from datetime import date
from typing import Final

import reflex as rx
from reflex.state import BaseState

from lifeplan_app.core import people, received
from lifeplan_app.model.errors import CarnetError, LinkOverError, NotFoundError
from lifeplan_app.model.ids import RecordId, ShareId
from lifeplan_app.state.acting import act, act_unseen, kindly, look, today_of
from lifeplan_app.state.house import current_house
from lifeplan_app.state.notice import tell_refusal
from lifeplan_app.state.putting import put
from lifeplan_app.state.reading import come_to, shows_anew
from lifeplan_app.state.received_views import AreaRow, CardRow, PersonRow, area_rows, card_rows, person_rows
from lifeplan_app.state.session import SessionState, session_of

MOST_ROWS: Final = 60
"""So many people show at first: a phone draws so many at once."""


class ReceivedState(rx.State):
    """The list of people: nothing of theirs is open.

    Attributes:
        loaded: Whether it has been read; before, a quiet outline shows.
        by_area: Whether the list stands by areas of life.
        only: What the list is narrowed to: ``fresh``, ``soon``, or nothing.
        people: The list, by name.
        areas: The same by areas, when that is asked for.
        goes_on: Whether there are more people than show.
    """

    loaded: bool = False
    by_area: bool = False
    only: str = ""
    people: list[PersonRow] = []
    areas: list[AreaRow] = []
    goes_on: bool = False
    _room: int = MOST_ROWS

    @rx.event
    @kindly
    async def load(self) -> None:
        """Read it; a person's cards are closed again."""
        (await self.get_state(CardsState)).close()
        await come_to(self, "received")
        await show_received(self)

    @rx.event
    @kindly
    async def arrange(self, by_area: bool) -> None:
        """Let the list stand by people, or by areas of life."""
        self.by_area = by_area
        await show_received(self)

    @rx.event
    @kindly
    async def narrow(self, only: str) -> None:
        """Show only what is new, or what ends soon; the same once more shows all."""
        self.only = "" if self.only == only else only
        await show_received(self)

    @rx.event
    @kindly
    async def show_more(self) -> None:
        """Show more people."""
        self._room += MOST_ROWS
        await show_received(self)

    def show(self, rows: list[PersonRow]) -> None:
        """Show those of *rows* that the list is narrowed to."""
        fits = {"fresh": lambda row: row.fresh, "soon": lambda row: row.soon}.get(self.only, lambda _: True)
        found = [row for row in rows if fits(row)]
        put(
            self,
            people=found[: self._room],
            areas=area_rows(found[: self._room]) if self.by_area else [],
            goes_on=len(found) > self._room,
            loaded=True,
        )


class CardsState(rx.State):
    """The cards of the person that is open.

    Attributes:
        person: Who; empty when none is.
        name: The name she chose.
        cards: What she shows, what is new first.
        writing: The share whose note is being written.
        sent: Counts the notes that went, so that the field is empty afterwards.
        said: What is the matter with the note, beside it.
        leaving: Whether she is asked once more before the link is ended.
    """

    person: str = ""
    name: str = ""
    cards: list[CardRow] = []
    writing: str = ""
    sent: int = 0
    said: str = ""
    leaving: bool = False
    _noted: frozenset[ShareId] = frozenset()
    _fresh: frozenset[ShareId] = frozenset()

    @rx.event
    @kindly
    async def open_person(self, contact: str) -> None:
        """Open a person's cards; she can see that they were opened."""
        self.close()
        self.person = contact
        await show_received(self)

    @rx.event
    async def close_person(self) -> None:
        """Go back to the list."""
        self.close()

    @rx.event
    def write(self, share: str) -> None:
        """Open the field of a note on a card, or close it."""
        put(self, writing="" if self.writing == share else share, said="")

    @rx.event
    async def leave_note(self, typed: dict[str, str]) -> None:
        """Leave a note on the card whose field is open; it goes to its owner alone."""
        text = str(typed.get("note", ""))
        try:
            today = await _reading_day(self)
            place = RecordId(self.person), ShareId(self.writing)
            await act(self, received.leave_note, *place, text, today)
        except CarnetError as refusal:
            put(self, said=(await self.get_state(SessionState)).sentence(refusal))
            return
        put(self, writing="", said="", sent=self.sent + 1)

    @rx.event
    def ask_to_leave(self) -> None:
        """Ask once more before the link is ended, or let it be."""
        self.leaving = not self.leaving

    @rx.event
    @kindly
    async def leave(self) -> None:
        """End the link with the person that is open. No word is owed."""
        gone = self.person
        self.close()
        if gone:  # a second tap finds nothing more to do
            await act(self, people.leave, RecordId(gone))

    def close(self) -> None:
        """Show no cards, and forget what was opened."""
        self.reset()

    async def read(self, contact: str) -> None:
        """Read the cards of *contact* as they are now.

        Raises:
            CarnetError: They cannot be read.
        """
        session, today = await session_of(self), await _reading_day(self)
        cards = await act_unseen(
            self, received.open_person, RecordId(contact), today, current_house().now(), self._noted
        )
        self._noted |= {each.share for each in cards}
        self._fresh |= {each.share for each in cards if each.fresh}  # new for as long as she looks at it
        put(self, cards=card_rows(cards, self._fresh, today, session.language))
        if self.writing and self.writing not in {each.share for each in cards}:
            put(self, writing="", said="")


@shows_anew("received")
async def show_received(state: BaseState) -> None:
    """Show the list as it is now, and the cards of the person that is open."""
    opened = await state.get_state(CardsState)
    await _show_opened(state, opened)
    today = await _reading_day(state)
    rows = person_rows(await _overview(state, today), (await session_of(state)).language)
    opened.name = next((each.name for each in rows if each.id == opened.person), "")
    if opened.person and not opened.name:
        opened.close()  # she has closed the door
    (await state.get_state(ReceivedState)).show(rows)


async def _show_opened(state: BaseState, opened: CardsState) -> None:
    if not opened.person:
        return
    try:
        await opened.read(opened.person)
    except (LinkOverError, NotFoundError):
        opened.close()  # she has closed the door: no word is owed
    except CarnetError as refusal:
        opened.close()
        await tell_refusal(state, refusal)


async def _overview(state: BaseState, today: date) -> list[received.Person]:
    return await look(state, received.overview, today)


async def _reading_day(state: BaseState) -> date:
    """Return the later of the day where the reader says that she is and the day in UTC.

    A phone that is set to the other side of the world must not see a share for a day longer.
    """
    return max(await today_of(state), current_house().today())
