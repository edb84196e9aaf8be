"""Offering a step: to whom, the step, a word beside it. What is typed is kept while it is typed."""

from collections.abc import Sequence

import reflex as rx

from lifeplan_app.core import suggestions
from lifeplan_app.model.account import Actor
from lifeplan_app.model.errors import CarnetError
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.sharing import Offer, Standing
from lifeplan_app.model.text import kept_as_typed, one_line_at_least
from lifeplan_app.state.acting import act, act_unseen, kindly, today_of
from lifeplan_app.state.notice import NoticeState
from lifeplan_app.state.offers_views import PersonRow
from lifeplan_app.state.putting import put
from lifeplan_app.state.session import SessionState
from lifeplan_app.store.unit import UnitOfWork


class OfferingState(rx.State):
    """The form.

    Attributes:
        people: Those a step can be offered to.
        chosen: Which of them.
        text: The step as it was kept last.
        word: The word beside it.
        turn: Counts the times that the fields were filled by something else than typing.
        draft: Which of her drafts is open in the form; empty for a new one.
        said: The sentence beside each field that cannot be had: ``people``, ``text``, ``word``.
    """

    people: list[PersonRow] = []
    chosen: list[str] = []
    text: str = ""
    word: str = ""
    turn: int = 0
    draft: str = ""
    said: dict[str, str] = {}
    _saving: bool = False

    @rx.event
    def choose(self, contact: str) -> None:
        """Offer it to that person too; chosen already, not to that one."""
        others = [each for each in self.chosen if each != contact]
        put(self, chosen=others if contact in self.chosen else [*others, contact], said={})

    @rx.event
    def choose_only(self, contact: str) -> None:
        """Offer it to that person alone."""
        put(self, chosen=[contact], said={})

    @rx.event
    @kindly
    async def keep_typed(self, turn: int, field: str, typed: str) -> None:
        """Keep what stands in a field; what comes late from a form that was handed in is nothing any more."""
        if turn != self.turn or field not in {"text", "word"}:
            return
        put(self, **{field: typed})
        await act_unseen(self, suggestions.keep_typed, self.text, self.word)

    @rx.event
    def save_next(self) -> None:
        """Let what is handed in next be kept as a draft, and offered to nobody."""
        self._saving = True

    @rx.event
    async def hand_in(self, typed: dict[str, str]) -> None:
        """Offer it, or keep it as a draft. What cannot be is told beside its field and stays there."""
        saving, self._saving = self._saving, False
        text, word = str(typed.get("text", "")), str(typed.get("word", ""))
        put(self, said=await self._refusals(text, word, saving=saving))
        if self.said:
            return
        try:
            await (self._save(text, word) if saving else self._offer(text, word))
        except CarnetError as refusal:
            window = await self.get_state(SessionState)
            put(self, said={"people": window.sentence(refusal)})
            return
        await self._tell("offers.saved" if saving else "offers.done")

    def fill(self, text: str, word: str, draft: str) -> None:
        """Put other words into the fields."""
        put(self, text=text, word=word, draft=draft, said={})
        self.turn += 1

    def show(self, people: Sequence[PersonRow], typed: Offer | None) -> None:
        """Show who there is, and what was *typed* last."""
        reachable = [each for each in people if each.standing == Standing.OPEN.value]
        there = {each.id for each in reachable}
        put(self, people=reachable, chosen=[each for each in self.chosen if each in there])
        put(self, text=typed.text if typed else "", word=typed.word if typed else "")

    async def _refusals(self, text: str, word: str, *, saving: bool) -> dict[str, str]:
        window = await self.get_state(SessionState)
        said = {} if self.chosen or saving else {"people": window.t["offers.nobody"]}
        for field, check, typed in (("text", one_line_at_least, text), ("word", kept_as_typed, word)):
            try:
                check(typed)
            except CarnetError as refusal:
                said[field] = window.sentence(refusal)
        return said

    async def _offer(self, text: str, word: str) -> None:
        people = [RecordId(each) for each in self.chosen]
        today = await today_of(self)

        def offer(uow: UnitOfWork, actor: Actor) -> None:
            suggestions.offer(uow, actor, people, text, word, today)
            suggestions.keep_typed(uow, actor, "", "")

        await act(self, offer)
        put(self, chosen=[])
        self.fill("", "", "")

    async def _save(self, text: str, word: str) -> None:
        draft = RecordId(self.draft) if self.draft else None

        def save(uow: UnitOfWork, actor: Actor) -> None:
            there = {each.id for each in suggestions.offers(uow, actor)}  # another window may have deleted it
            suggestions.keep_offer(uow, actor, text, word, draft if draft in there else None)
            suggestions.keep_typed(uow, actor, "", "")

        await act(self, save)
        self.fill("", "", "")

    async def _tell(self, key: str) -> None:
        words = (await self.get_state(SessionState)).t
        (await self.get_state(NoticeState)).say(words[key], calm=True)
