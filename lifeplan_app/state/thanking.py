"""A thank-you for a suggestion, if she likes: the only thing that ever goes back."""

import reflex as rx

from lifeplan_app.core import suggestions
from lifeplan_app.i18n import say
from lifeplan_app.model.account import Language
from lifeplan_app.model.errors import CarnetError
from lifeplan_app.model.ids import RecordId
from lifeplan_app.state.acting import act, today_of
from lifeplan_app.state.notice import NoticeState
from lifeplan_app.state.putting import put
from lifeplan_app.state.session import SessionState


class ThankingState(rx.State):
    """The thank-you that she is writing.

    Attributes:
        id: For which suggestion; empty when she writes none.
        said: What is the matter with it, beside it.
    """

    id: str = ""
    said: str = ""

    @rx.event
    def start(self, suggestion: str) -> None:
        """Open it; the same once more closes it."""
        put(self, id="" if self.id == suggestion else suggestion, said="")

    @rx.event
    async def thank(self, typed: dict[str, str]) -> None:
        """Send it. One that cannot go is told beside it, and what was typed stays there."""
        text = str(typed.get("words", ""))
        window = await self.get_state(SessionState)
        try:
            await act(self, suggestions.thank, RecordId(self.id), text, await today_of(self))
        except CarnetError as refusal:
            put(self, said=window.sentence(refusal))
            return
        sent = say(Language(window.language), "suggested.thanks_sent")
        (await self.get_state(NoticeState)).say(sent, calm=True)
        put(self, id="", said="")
