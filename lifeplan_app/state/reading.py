"""One look at her plan for everything that a window shows of it."""

from collections import defaultdict
from collections.abc import Awaitable, Callable
from datetime import date
from typing import Final

import reflex as rx
from reflex.state import BaseState

from lifeplan_app.core import plan
from lifeplan_app.model.plan import Plan
from lifeplan_app.state.acting import arrive, look, today_of
from lifeplan_app.state.notice import NoticeState
from lifeplan_app.state.page_words import give_words
from lifeplan_app.state.putting import put
from lifeplan_app.state.session import SessionState, session_of
from lifeplan_app.state.windows import WINDOWS

Show = Callable[[BaseState, Plan, date], Awaitable[None]]
ShowAnew = Callable[[BaseState], Awaitable[None]]

_SHOWS: Final[defaultdict[str, list[Show]]] = defaultdict(list)
_SHOWS_ANEW: Final[dict[str, ShowAnew]] = {}


class ReadingState(rx.State):
    """Which page this window shows.

    Attributes:
        _page: Its name; empty before the first one is read.
    """

    _page: str = ""


def shows(page: str) -> Callable[[Show], Show]:
    """Let the decorated function show the plan, as it is read, whenever *page* is what a window shows."""

    def note(show: Show) -> Show:
        _SHOWS[page].append(show)
        return show

    return note


def shows_anew(page: str) -> Callable[[ShowAnew], ShowAnew]:
    """Let the decorated function bring *page*, which shows no plan, up to date in a window."""

    def note(show: ShowAnew) -> ShowAnew:
        _SHOWS_ANEW[page] = show
        return show

    return note


async def come_to(state: BaseState, page: str) -> None:
    """Let the window of *state* show *page* from now on; what was told before goes.

    Raises:
        CarnetError: What others have sent cannot be read.
    """
    (await state.get_state(ReadingState))._page = page  # noqa: SLF001 - nothing that a browser needs
    await give_words(state, page, (await session_of(state)).language)
    await arrive(state)
    put(await state.get_state(NoticeState), text="")


async def enter(state: BaseState, page: str) -> Plan:
    """Show *page* in the window of *state*, and return what was read for it; what was told before goes.

    Raises:
        CarnetError: It cannot be read.
    """
    await come_to(state, page)
    read = await look(state, plan.read_plan)
    await _show(state, page, read)
    return read


async def shown_page(state: BaseState) -> str:
    """Return which page the window of *state* shows; nothing before the first one is read."""
    return (await state.get_state(ReadingState))._page  # noqa: SLF001 - as above


@WINDOWS.on_change
async def show_again(state: BaseState) -> None:
    """Read anew what this window shows."""
    page = await shown_page(state)
    if not page:
        return
    await arrive(state, at_once=True)
    if page in _SHOWS_ANEW:
        await _SHOWS_ANEW[page](state)
    else:
        await _show(state, page, await look(state, plan.read_plan))


async def _show(state: BaseState, page: str, read: Plan) -> None:
    today = await today_of(state)
    (await state.get_state(SessionState)).lay_over(read.labels)
    for show in _SHOWS[page]:
        await show(state, read, today)
