"""The area of life that the plan is narrowed to."""

import reflex as rx

from lifeplan_app.model.plan import LifeArea, Plan
from lifeplan_app.state.acting import kindly
from lifeplan_app.state.putting import put
from lifeplan_app.state.windows import WINDOWS


class FilterState(rx.State):
    """Which goals the plan shows.

    Attributes:
        area: Those of this area, or of this word of hers; all of them where it is empty.
        areas: What there is to choose: the areas of her goals, then her own words.
    """

    area: str = ""
    areas: list[str] = []

    @rx.event
    @kindly
    async def choose(self, area: str) -> None:
        """Show the goals of *area*; chosen once more, all of them."""
        self.area = "" if area == self.area else area
        await WINDOWS.refresh(self)

    def show(self, read: Plan) -> str:
        """Show what there is to choose in *read*, and return the choice: nothing once it has vanished."""
        used = dict.fromkeys(each.goal.area for each in read.shown if each.goal.area)
        known = [area.value for area in LifeArea if area in used]
        areas = [*known, *(area for area in used if area not in known)]
        put(self, areas=areas, area=self.area if self.area in used else "")
        return self.area
