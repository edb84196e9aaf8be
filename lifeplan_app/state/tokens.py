"""What goes with a goal: an image or words that she has set on it, shown small."""

from datetime import date

import reflex as rx
from reflex.state import BaseState

from lifeplan_app.model.plan import Plan
from lifeplan_app.state.board_views import Token, tokens
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.putting import put
from lifeplan_app.state.reading import shows

MOST = 3


class TokensState(rx.State):
    """What goes with the goals that a page shows.

    Attributes:
        of_goal: With the goal that is open.
        photos: For each goal on *Today*, the first photo that goes with it.
        words: For each goal on *Today* without one, the first words.
    """

    of_goal: list[Token] = []
    photos: dict[str, str] = {}
    words: dict[str, str] = {}


@shows("plan")
async def show_of_goal(state: BaseState, read: Plan, today: date) -> None:  # noqa: ARG001 - what each is given
    """Show what goes with the open goal."""
    opened = (await state.get_state(GoalState)).goal_id
    found = next((of for goal, of in tokens(read).items() if goal == opened), [])
    put(await state.get_state(TokensState), of_goal=found[:MOST])


@shows("today")
async def show_of_day(state: BaseState, read: Plan, today: date) -> None:  # noqa: ARG001 - as above
    """Show what goes with each goal."""
    first = {goal: next((each for each in of if each.photo), of[0]) for goal, of in tokens(read).items()}
    put(
        await state.get_state(TokensState),
        photos={goal: each.photo for goal, each in first.items() if each.photo},
        words={goal: each.text for goal, each in first.items() if each.text},
    )
