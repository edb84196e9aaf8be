"""Sharing: the people she is linked with, what each of them sees, and who looked."""

from datetime import date

import reflex as rx
from reflex.event import EventSpec
from reflex.state import BaseState

from lifeplan_app import routes
from lifeplan_app.core import linking, sharing, viewings
from lifeplan_app.model.account import Actor
from lifeplan_app.model.errors import CarnetError
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Plan
from lifeplan_app.model.sharing import Contact, Standing
from lifeplan_app.state.acting import act, act_unseen, arrive, kindly, look, today_of
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.putting import put
from lifeplan_app.state.reading import enter, shows
from lifeplan_app.state.session import SessionState, session_of
from lifeplan_app.state.shown_views import LookRow, Person, Reader, look_rows, people
from lifeplan_app.state.steps import FieldState
from lifeplan_app.store.unit import UnitOfWork


class ShownState(rx.State):
    """What the page shows.

    Attributes:
        loaded: Whether it has been read; before, a quiet outline shows.
        people: Everybody she is linked with, by name, and what each sees.
        looks: Who opened what, the newest first.
        goes_on: Whether there are more of them than show.
        whole: Whether nobody has changed that list.
        asked: The person whose choices are open; empty for none.
        ending: The step and the person whose last day is being changed.
        said: What is the matter with that day, beside it.
    """

    loaded: bool = False
    people: list[Person] = []
    looks: list[LookRow] = []
    goes_on: bool = False
    whole: bool = True
    asked: Person = Person()
    ending: str = ""
    said: str = ""
    _room: int = 20

    @rx.event
    @kindly
    async def load(self) -> None:
        """Read it, and remember how far the list of who looked goes."""
        await enter(self, "shown")
        await act_unseen(self, viewings.note_read)

    @rx.event
    @kindly
    async def take_back(self, step_id: str, contact: str) -> None:
        """Show that step to that person no more, from this moment on."""
        await act(self, sharing.stop, RecordId(step_id), RecordId(contact))

    @rx.event
    @kindly
    async def take_all_back(self) -> None:
        """Show nothing more to the person whose choices are open."""
        await act(self, sharing.stop_all, RecordId(self.asked.id))

    @rx.event
    def start_ending(self, step_id: str, contact: str) -> None:
        """Open the last day of a step that is shown; the same once more closes it."""
        place = f"{step_id} {contact}"
        put(self, ending="" if self.ending == place else place, said="")

    @rx.event
    async def change_end(self, typed: dict[str, str]) -> None:
        """Show the step until another day; one that cannot be is told beside it."""
        step_id, _, contact = self.ending.partition(" ")
        try:
            ends = date.fromisoformat(str(typed.get("ends", "")))
        except ValueError:
            ends = date.min
        try:
            today = await today_of(self)
            await act(self, sharing.change_end, RecordId(step_id), RecordId(contact), ends, today)
        except CarnetError as refusal:
            put(self, said=(await self.get_state(SessionState)).sentence(refusal))
            return
        put(self, ending="", said="")

    @rx.event
    def ask(self, contact: str) -> None:
        """Open the choices about a person."""
        put(self, asked=next((each for each in self.people if each.id == contact), Person()), said="")

    @rx.event
    async def rename(self, typed: dict[str, str]) -> None:
        """Be seen under another name by the person whose choices are open."""
        try:
            await act(self, linking.rename, RecordId(self.asked.id), str(typed.get("alias", "")))
        except CarnetError as refusal:
            put(self, said=(await self.get_state(SessionState)).sentence(refusal))
            return
        await arrive(self)  # the name stands in each card, too
        put(self, said="", asked=Person())

    @rx.event
    @kindly
    async def leave(self) -> None:
        """End the link with the person whose choices are open, and all that she sees. Nobody is asked why."""
        gone, self.asked = self.asked, Person()
        if gone.id:  # a second tap finds nothing more to do
            await act(self, linking.leave, RecordId(gone.id))

    @rx.event
    @kindly
    async def show_more(self) -> None:
        """Show more of who looked."""
        self._room += 20
        await enter(self, "shown")

    @rx.event
    @kindly
    async def open_step(self, step_id: str, goal_id: str) -> EventSpec:
        """Go to a step, which stands on the page of the plan."""
        (await self.get_state(GoalState)).goal_id = goal_id
        (await self.get_state(FieldState)).record_id = step_id
        await enter(self, "plan")
        return rx.redirect(routes.visited(routes.PLAN), replace=True)

    def show(self, rows: list[Person], looks: list[LookRow], *, whole: bool) -> None:
        """Show all of it."""
        asked = next((each for each in rows if each.id == self.asked.id), Person())
        put(
            self,
            people=rows,
            looks=looks[: self._room],
            goes_on=len(looks) > self._room,
            whole=whole,
            asked=asked,
            loaded=True,
        )


@shows("shown")
async def show_shown(state: BaseState, read: Plan, at: date) -> None:
    """Show the people, what each sees, and who looked."""
    session = await session_of(state)
    reader = Reader(read, at, session.language, session.zone)
    contacts, shared, log = await look(state, _read, at)
    rows = people(contacts, shared, log, reader)
    looks = look_rows(log, rows, shared, reader)
    (await state.get_state(ShownState)).show(rows, looks, whole=log.whole)


def _read(
    uow: UnitOfWork, actor: Actor, today: date
) -> tuple[list[tuple[Contact, Standing]], dict[RecordId, list[sharing.SharedStep]], viewings.Log]:
    """Return everybody she is linked with, what each sees *today*, and who looked, at one moment."""
    return linking.contacts(uow, actor), sharing.shared_with(uow, actor, today), viewings.read(uow, actor)
