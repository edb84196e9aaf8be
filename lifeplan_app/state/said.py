"""What could not be kept, told beside the field it stands in."""

import reflex as rx

from lifeplan_app.model.errors import CarnetError
from lifeplan_app.state.session import SessionState


class SaidState(rx.State):
    """Refusals by field.

    Attributes:
        beside: For each field that could not be kept, the sentence beside it. A field is named by
            its record's id, or by the place of its draft.
    """

    beside: dict[str, str] = {}

    def forget(self, place: str) -> None:
        """Take the sentence away: what stands in the field is kept now."""
        self.beside.pop(place, None)

    async def tell(self, place: str, refusal: CarnetError) -> None:
        """Say beside the field at *place* what was refused."""
        self.beside[place] = (await self.get_state(SessionState)).sentence(refusal)
