"""What a window shows of the goal that is open: the goal, its steps, the field in it, the notes."""

from datetime import date

from reflex.state import BaseState

from lifeplan_app.core import notes
from lifeplan_app.model.account import Language
from lifeplan_app.model.plan import GoalWithSteps, Plan, Step
from lifeplan_app.state.acting import act_unseen
from lifeplan_app.state.choices import ChoiceState
from lifeplan_app.state.goal import GoalState
from lifeplan_app.state.memos import MemoState
from lifeplan_app.state.notes import NotesState
from lifeplan_app.state.session import SessionState
from lifeplan_app.state.steps import FieldState, StepsState
from lifeplan_app.state.views import StepRow, step_row


async def show_opened(state: BaseState, read: Plan, today: date) -> None:
    """Show the open goal and whatever hangs on it."""
    opened = (await state.get_state(GoalState)).show(read)
    language = Language((await state.get_state(SessionState)).language)
    field, steps = await state.get_state(FieldState), await state.get_state(StepsState)
    places = steps.places(opened, field.record_id)
    steps.show(opened, _rows(opened, places, read, today, language), read.drafts)
    record = field.show(read, opened)
    step = record if isinstance(record, Step) else None
    (await state.get_state(MemoState)).show(read.memos, opened, step)
    (await state.get_state(ChoiceState)).show(read, step, today)
    if (await state.get_state(NotesState)).show(read, step, today, language) and step:
        await act_unseen(state, notes.note_read, step.id)


def _rows(
    opened: GoalWithSteps | None, places: list[int], read: Plan, today: date, language: Language
) -> list[StepRow]:
    if opened is None:
        return []
    steps = opened.shown
    return [
        step_row(
            index,
            steps[place],
            read,
            today,
            language,
            steps[places[index - 1] + 1].id if index and places[index - 1] != place - 1 else "",
        )
        for index, place in enumerate(places)
    ]
