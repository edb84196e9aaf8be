"""The people somebody walks with, by the name that each chose, and the thank-yous that came back."""

from dataclasses import dataclass
from datetime import date

import reflex as rx
from reflex.state import BaseState

from lifeplan_app.core import linking, people, suggestions
from lifeplan_app.core.access import member
from lifeplan_app.model.account import Actor, Language, Role
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.sharing import Contact, Offer, Standing, Thanks
from lifeplan_app.state.acting import act, kindly, look, today_of
from lifeplan_app.state.kept_offers import KeptOffersState
from lifeplan_app.state.offering import OfferingState
from lifeplan_app.state.offers_views import PersonRow, ThanksRow, person_rows, thanks_rows
from lifeplan_app.state.putting import put
from lifeplan_app.state.reading import come_to, shows_anew
from lifeplan_app.state.room import RoomState
from lifeplan_app.state.session import session_of
from lifeplan_app.state.windows import WINDOWS
from lifeplan_app.store.staff import Member
from lifeplan_app.store.unit import UnitOfWork

MOST_THANKS = 20


@dataclass(frozen=True, slots=True)
class _Read:
    """What the page is made of, at one moment."""

    own: Member
    most: int
    people: list[tuple[Contact, Standing]]
    thanks: list[Thanks]
    kept: list[Offer]
    typed: Offer | None


class OffersState(rx.State):
    """What the page shows.

    Attributes:
        loaded: Whether it has been read; before, a quiet outline shows.
        people: Those she walks with, by name.
        asked: The one about whom something can be chosen; nobody until she asks.
        thanks: The thank-yous she got, the newest first; of very many, some.
        goes_on: Whether there are more of them.
    """

    loaded: bool = False
    people: list[PersonRow] = []
    asked: PersonRow = PersonRow()
    thanks: list[ThanksRow] = []
    goes_on: bool = False
    _room: int = MOST_THANKS

    @rx.event
    @kindly
    async def load(self) -> None:
        """Read it."""
        await come_to(self, "offers")
        await show_offers(self)

    @rx.event
    def ask(self, contact: str) -> None:
        """Ask what can be chosen about that person."""
        put(self, asked=next((each for each in self.people if each.id == contact), PersonRow()))

    @rx.event
    @kindly
    async def leave(self) -> None:
        """End the link with the person she asked about. No word is owed."""
        gone, self.asked = self.asked, PersonRow()
        if gone.id:  # a second tap finds nothing more to do
            await act(self, people.leave, RecordId(gone.id))

    @rx.event
    @kindly
    async def show_more(self) -> None:
        """Show more of very many thank-yous."""
        self._room += MOST_THANKS
        await WINDOWS.refresh(self)

    def show(self, known: list[PersonRow], thanks: list[ThanksRow]) -> None:
        """Show them."""
        put(
            self,
            people=known,
            asked=next((each for each in known if each.id == self.asked.id), PersonRow()),
            thanks=thanks[: self._room],
            goes_on=len(thanks) > self._room,
            loaded=True,
        )


@shows_anew("offers")
async def show_offers(state: BaseState) -> None:
    """Show it as it is now."""
    read, today = await look(state, _read), await today_of(state)
    known = person_rows(read.people)
    thanks = _thanks(read, today, (await session_of(state)).language)
    (await state.get_state(OffersState)).show(known, thanks)
    (await state.get_state(RoomState)).show(read.own, len(known), read.most)
    (await state.get_state(OfferingState)).show(known, read.typed)
    (await state.get_state(KeptOffersState)).show(read.kept)


def _thanks(read: _Read, today: date, language: Language) -> list[ThanksRow]:
    names = {each.id: each.name for each, _ in read.people}
    return thanks_rows(read.thanks, names, today, language)


def _read(uow: UnitOfWork, actor: Actor) -> _Read:
    own = member(uow, actor, Role.MENTOR)
    return _Read(
        own=own,
        most=linking.most_of(own, uow.most_people),
        people=people.people(uow, actor),
        thanks=suggestions.thanks(uow, actor),
        kept=suggestions.offers(uow, actor),
        typed=suggestions.typed_offer(uow, actor),
    )
