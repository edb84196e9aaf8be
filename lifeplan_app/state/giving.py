"""Showing steps to one person: which, to whom, until when, and exactly what she will see."""

from dataclasses import dataclass
from datetime import date

import reflex as rx

from lifeplan_app.core import linking, plan, sharing
from lifeplan_app.i18n import say
from lifeplan_app.i18n.dates import day_and_month
from lifeplan_app.model.account import Language, Role
from lifeplan_app.model.errors import CarnetError
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.sharing import Standing
from lifeplan_app.state.acting import act, kindly, look, today_of
from lifeplan_app.state.card_views import CardView, card_view
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.notice import NoticeState
from lifeplan_app.state.putting import put
from lifeplan_app.state.session import SessionState, session_of

MONTHS = (1, 3, 6, 12)
"""The lengths that one tap chooses."""


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """Somebody she can show a step to."""

    id: str
    name: str
    organisation: str


@dataclass(frozen=True, slots=True)
class StepChoice:
    """A step of the goal, to be ticked."""

    id: str
    text: str
    chosen: bool


class GiveState(rx.State):
    """What she is about to show.

    Attributes:
        steps: The steps of the goal to tick; one, ticked, when it began with a step; none, and nothing shows.
        people: Those who can see a step.
        person: Which of them; empty before she chose.
        name: That one's name.
        ends: The last day, as a date field holds it.
        until: The same in words.
        months: The length that this is, if it is one of `MONTHS`.
        cards: Exactly what the other will see.
        turn: Counts the times that the day was set by something else than its field.
        said: What stands in the way, beside the button.
        said_day: What is the matter with the day, beside it.
    """

    steps: list[StepChoice] = []
    people: list[PersonChoice] = []
    person: str = ""
    name: str = ""
    ends: str = ""
    until: str = ""
    months: str = ""
    cards: list[CardView] = []
    turn: int = 0
    said: str = ""
    said_day: str = ""

    @rx.event
    @kindly
    async def open_step(self, step_id: str) -> None:
        """Begin with one step."""
        await self._begin(only=step_id)

    @rx.event
    @kindly
    async def open_goal(self) -> None:
        """Begin with the open goal: none of its steps is chosen yet."""
        await self._begin(only="")

    @rx.event
    @kindly
    async def choose_step(self, step_id: str, chosen: bool) -> None:
        """Choose a step, or leave it out."""
        steps = [
            StepChoice(each.id, each.text, chosen) if each.id == step_id else each for each in self.steps
        ]
        put(self, steps=steps)
        await self._show_cards()

    @rx.event
    @kindly
    async def choose_person(self, contact: str) -> None:
        """Choose who will see them."""
        self._choose(contact)
        await self._show_cards()

    @rx.event
    @kindly
    async def choose_months(self, months: str) -> None:
        """Choose for how long."""
        await self._choose_day(sharing.in_months(await today_of(self), int(months)))
        self.turn += 1

    @rx.event
    @kindly
    async def choose_day(self, typed: str) -> None:
        """Choose the last day; one that cannot be is told beside it."""
        try:
            await self._choose_day(date.fromisoformat(typed))
        except ValueError:
            put(self, ends=typed, months="", until="")

    @rx.event
    @kindly
    async def give(self) -> None:
        """Show them from now on. What changed meanwhile is shown to her first."""
        language = Language((await self.get_state(SessionState)).language)
        if not self._ready(language):
            return
        before = self.cards
        await self._show_cards()
        if self.cards != before:
            put(self, said=say(language, "give.changed"))
            return
        try:
            ends = _day(self.ends)
            await act(self, sharing.share, RecordId(self.person), self._chosen, ends, await today_of(self))
        except CarnetError as refusal:
            put(self, said=(await self.get_state(SessionState)).sentence(refusal))
            return
        (await self.get_state(NoticeState)).say(say(language, "give.done", name=self.name), calm=True)
        put(self, steps=[], cards=[])

    @property
    def _chosen(self) -> list[RecordId]:
        return [RecordId(each.id) for each in self.steps if each.chosen]

    def _ready(self, language: Language) -> bool:
        """Tell whether there is something to show, and somebody to show it to; else say what is missing."""
        missing = "" if self._chosen else "give.no_step"
        missing = missing or ("" if self.person else "give.no_person")
        put(self, said=say(language, missing) if missing else "")
        return not missing

    async def _begin(self, only: str) -> None:
        goal_id = (await self.get_state(GoalState)).goal_id
        read = await look(self, plan.read_plan)
        steps = next((each.shown for each in read.shown if each.goal.id == goal_id), ())
        known = await look(self, linking.contacts)
        people = [
            PersonChoice(each.id, each.name, each.organisation)
            for each, standing in known
            if each.role is Role.CASEWORKER and standing in {Standing.OPEN, Standing.RESTING}
        ]
        put(
            self,
            steps=[StepChoice(each.id, each.text, only != "") for each in steps if only in {"", each.id}],
            people=people,
            said="",
        )
        self._choose(people[0].id if len(people) == 1 else "")
        await self._choose_day(sharing.usual_end(await today_of(self)))
        self.turn += 1
        await self._show_cards()

    def _choose(self, contact: str) -> None:
        name = next((each.name for each in self.people if each.id == contact), "")
        put(self, person=contact if name else "", name=name, said="")

    async def _choose_day(self, day: date) -> None:
        session, today = await session_of(self), await today_of(self)
        fits = today <= day <= sharing.latest_end(today)
        months = next((each for each in MONTHS if sharing.in_months(today, each) == day), 0)
        put(
            self,
            ends=day.isoformat(),
            months=str(months) if months else "",
            until=day_and_month(day, today, session.language) if fits else "",
            said_day="" if fits else say(session.language, "error.end_date"),
        )

    async def _show_cards(self) -> None:
        session, today = await session_of(self), await today_of(self)
        cards = []
        if self.person:
            cards = await look(self, sharing.preview, RecordId(self.person), self._chosen)
        put(self, cards=[card_view(each, today, session.language) for each in cards], said="")


def _day(typed: str) -> date:
    """Return the day as typed; one that no share can have where it is none."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return date.min
