"""The steps that somebody keeps, to offer them to whom they may help."""

from collections.abc import Sequence
from dataclasses import dataclass

import reflex as rx

from lifeplan_app.core import suggestions
from lifeplan_app.model.account import Actor
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.sharing import Offer
from lifeplan_app.state.acting import act, kindly
from lifeplan_app.state.offering import OfferingState
from lifeplan_app.state.putting import put
from lifeplan_app.store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class KeptOffer:
    """One of them as it shows."""

    id: str
    text: str
    word: str


class KeptOffersState(rx.State):
    """Her drafts.

    Attributes:
        rows: All of them, in her order.
        gone: Whether the one that was deleted last can still be put back.
    """

    rows: list[KeptOffer] = []
    gone: bool = False
    _gone: tuple[str, str] = ("", "")

    @rx.event
    @kindly
    async def take(self, offer_id: str) -> None:
        """Open a draft in the form. What stood there and is kept nowhere else becomes a draft too."""
        row = self._row(offer_id)
        form = await self.get_state(OfferingState)
        if row is None or form.draft == offer_id:
            return
        unsaved = _of_form(form.text, form.word)
        draft = RecordId(form.draft) if self._row(form.draft) else None

        def swap(uow: UnitOfWork, actor: Actor) -> None:
            if unsaved:
                suggestions.keep_offer(uow, actor, *unsaved, draft)
            suggestions.keep_typed(uow, actor, row.text, row.word)

        await act(self, swap)
        form.fill(row.text, row.word, row.id)

    @rx.event
    @kindly
    async def remove(self, offer_id: str) -> None:
        """Delete a draft; it can be put back until another is deleted, or the page is left."""
        row = self._row(offer_id)
        if row is None:
            return
        await act(self, suggestions.drop_offer, RecordId(offer_id))
        form = await self.get_state(OfferingState)
        if form.draft == offer_id:
            form.draft = ""
        self._gone = (row.text, row.word)
        put(self, gone=True)

    @rx.event
    @kindly
    async def put_back(self) -> None:
        """Keep again what was deleted last."""
        if self.gone:
            await act(self, suggestions.keep_offer, *self._gone)
            put(self, gone=False)

    def show(self, kept: Sequence[Offer]) -> None:
        """Show what she keeps."""
        put(self, rows=[KeptOffer(each.id, each.text, each.word) for each in kept])

    def _row(self, offer_id: str) -> KeptOffer | None:
        return next((each for each in self.rows if each.id == offer_id), None)


def _of_form(text: str, word: str) -> tuple[str, str] | None:
    """Return the two texts of a draft that keeps what stands in the form; nothing if nothing does."""
    if text.strip():
        return text, word
    return (word, "") if word.strip() else None
