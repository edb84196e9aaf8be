"""From a handler to one use case: off the event loop, with the actor, with its undo kept."""

import asyncio
import contextlib
import functools
from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any, Concatenate, ParamSpec, TypeVar

import reflex as rx
from reflex.state import BaseState

from lifeplan_app.core import accounts, following
from lifeplan_app.core.days import day_in
from lifeplan_app.core.house import House
from lifeplan_app.model.account import Actor, Settings
from lifeplan_app.model.errors import CarnetError, StoreError
from lifeplan_app.state.house import current_house
from lifeplan_app.state.notice import tell_refusal
from lifeplan_app.state.session import session_of
from lifeplan_app.state.windows import WINDOWS
from lifeplan_app.store.unit import UnitOfWork

P = ParamSpec("P")
T = TypeVar("T")
S = TypeVar("S", bound=rx.State)
UseCase = Callable[Concatenate[UnitOfWork, Actor, P], T]


async def look(state: BaseState, use_case: UseCase[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Return what *use_case* reads for the person of this window.

    Raises:
        CarnetError: Whatever the use case refuses.
    """
    session = await session_of(state)

    def work() -> T:
        with current_house().read() as uow:
            return use_case(uow, session.actor, *args, **kwargs)

    return await asyncio.to_thread(work)


async def act_unseen(state: BaseState, use_case: UseCase[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Return what *use_case* changed for the person of this window; this window shows nothing of it.

    What others see of it follows in the same moment.

    Raises:
        CarnetError: Whatever the use case refuses; nothing was kept then.
    """
    today = await today_of(state)

    def followed(uow: UnitOfWork, actor: Actor) -> T:
        done = use_case(uow, actor, *args, **kwargs)
        following.after(uow, actor, done, today)
        return done

    return await _write(state, followed)


async def act(state: BaseState, use_case: UseCase[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Return what *use_case* changed for the person of this window; all her windows show it.

    Raises:
        CarnetError: Whatever the use case refuses; nothing was kept then.
    """
    done = await act_unseen(state, use_case, *args, **kwargs)
    await _show_everywhere(state)
    return done


async def act_quietly(state: BaseState, use_case: UseCase[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Return what `act` does, in the middle of typing: what others see follows once she is done.

    Raises:
        CarnetError: Whatever the use case refuses; nothing was kept then.
    """

    def alone(uow: UnitOfWork, actor: Actor) -> T:
        return use_case(uow, actor, *args, **kwargs)

    done = await _write(state, alone)
    await _show_everywhere(state)
    return done


async def act_in_house(
    state: BaseState, use_case: Callable[Concatenate[House, Actor, P], T], *args: P.args, **kwargs: P.kwargs
) -> T:
    """Return what a *use_case* changed that takes the whole house; all windows of this person show it.

    Raises:
        CarnetError: Whatever the use case refuses; nothing was kept then.
    """
    session = await session_of(state)
    done = await asyncio.to_thread(use_case, current_house(), session.actor, *args, **kwargs)
    await _show_everywhere(state)
    return done


async def arrive(state: BaseState, *, at_once: bool = False) -> None:
    """Take in what others have sent, and put right what they see; *at_once*, only what came just now.

    Where it cannot be kept just now, it waits for the next time.
    """
    today = await today_of(state)
    with contextlib.suppress(StoreError):
        if await look(state, following.awaits, today, at_once=at_once):
            await act_unseen(state, following.arrive, today)


async def _write(state: BaseState, use_case: Callable[[UnitOfWork, Actor], T]) -> T:
    session = await session_of(state)

    def work() -> T:
        with current_house().write() as uow:
            return use_case(uow, session.actor)

    return await asyncio.to_thread(work)


async def _show_everywhere(state: BaseState) -> None:
    """Show what was kept in all her windows; a look that fails now says nothing of that."""
    with contextlib.suppress(CarnetError):
        session = await session_of(state)
        WINDOWS.refresh_others(session.actor.vault_id, state.router.session.client_token)
        await WINDOWS.refresh(state)


async def change_settings(state: BaseState, **changes: object) -> Settings:
    """Return the settings of the person of this window with *changes* kept; all her windows show them.

    Raises:
        CarnetError: They cannot be kept.
    """
    session = await session_of(state)
    settings = await act_unseen(state, accounts.change_settings, changes)
    current_house().sessions.adjust(session.id_hash, settings)
    await _show_everywhere(state)
    return settings


async def today_of(state: BaseState) -> date:
    """Return the day where the person of this window is.

    Raises:
        SessionOverError: There is no session, or its time is over.
    """
    return day_in((await session_of(state)).zone, current_house().now())


def kindly(handler: Callable[Concatenate[S, P], Awaitable[T]]) -> Callable[Concatenate[S, P], Awaitable[Any]]:
    """Return *handler* so that a refusal becomes a sentence in the window, and nothing else happens."""

    @functools.wraps(handler)
    async def said(self: S, *args: P.args, **kwargs: P.kwargs) -> T | None:
        try:
            return await handler(self, *args, **kwargs)
        except CarnetError as refusal:
            await tell_refusal(self, refusal)
            return None

    return said
