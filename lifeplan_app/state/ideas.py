"""Ideas for steps, when she asks for some."""

from dataclasses import dataclass

import reflex as rx

from lifeplan_app.core import adding
from lifeplan_app.i18n.ideas import idea_groups, ideas
from lifeplan_app.model.account import Language
from lifeplan_app.model.errors import NotFoundError
from lifeplan_app.model.ids import RecordId
from lifeplan_app.state.acting import act, kindly
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.session import SessionState
from lifeplan_app.state.undo import UndoState


@dataclass(frozen=True, slots=True)
class IdeaGroup:
    """What ideas can be about."""

    key: str
    title: str


class IdeasState(rx.State):
    """The ideas that she asked for.

    Attributes:
        groups: What they can be about.
        group: Which she chose; empty before.
        texts: The ideas of it.
    """

    groups: list[IdeaGroup] = []
    group: str = ""
    texts: list[str] = []

    @rx.event
    async def open_groups(self) -> None:
        """Show what ideas can be about."""
        self.groups = [IdeaGroup(key, title) for key, title in idea_groups(await self._language())]
        self.group, self.texts = "", []

    @rx.event
    async def choose_group(self, group: str) -> None:
        """Show the ideas of *group*."""
        self.texts = list(ideas(await self._language(), group))
        self.group = group if self.texts else ""

    @rx.event
    @kindly
    async def take(self, index: int) -> None:
        """Put the idea at *index* behind the steps of the open goal, as a step of hers to change."""
        if not 0 <= index < len(self.texts):
            raise NotFoundError
        goal_id = RecordId((await self.get_state(GoalState)).goal_id)
        added = await act(self, adding.add_step, goal_id, self.texts[index])
        await (await self.get_state(UndoState)).offer("undo.added", added)

    async def _language(self) -> Language:
        return Language((await self.get_state(SessionState)).language)
