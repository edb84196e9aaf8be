"""The composition root: the app, its pages, what wraps it. Nothing else."""

import contextlib
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from functools import partial
from typing import cast

import reflex as rx
from reflex_components_core.core.banner import has_connection_errors
from starlette.applications import Starlette

from lifeplan_app import routes
from lifeplan_app.core import house
from lifeplan_app.frontend.places import JOINED
from lifeplan_app.model.account import Language
from lifeplan_app.pages.board import board_page
from lifeplan_app.pages.first import first_page
from lifeplan_app.pages.install import install_page
from lifeplan_app.pages.me import me_page
from lifeplan_app.pages.new import new_page
from lifeplan_app.pages.offers import offers_page
from lifeplan_app.pages.open import open_page
from lifeplan_app.pages.plan import plan_page
from lifeplan_app.pages.received import received_page
from lifeplan_app.pages.regain import regain_page
from lifeplan_app.pages.shown import shown_page
from lifeplan_app.pages.team import team_page
from lifeplan_app.pages.today import today_page
from lifeplan_app.quiet import hush, tell_fault
from lifeplan_app.settings import Settings
from lifeplan_app.state.boards import BoardsState
from lifeplan_app.state.first import FirstState
from lifeplan_app.state.guard import SessionGuard
from lifeplan_app.state.house import close_house, current_house, open_house
from lifeplan_app.state.me import MeState
from lifeplan_app.state.notice import NoticeState
from lifeplan_app.state.offers import OffersState
from lifeplan_app.state.plan import PlanState
from lifeplan_app.state.received import ReceivedState
from lifeplan_app.state.shown import ShownState
from lifeplan_app.state.sockets import narrow, watch_over
from lifeplan_app.state.team import TeamState
from lifeplan_app.state.today import TodayState
from lifeplan_app.web.doors import Doors
from lifeplan_app.web.photos import Photos

TITLE = "Carnet"
VIEWPORT = {
    "name": "viewport",
    # The keyboard makes the page smaller, so that the exit stays in sight above it.
    "content": "width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content",
}
SETTINGS = Settings.read()


def trouble(exception: Exception) -> rx.event.EventSpec | None:
    """Tell the person that something went wrong; log its kind and place, never its words."""
    tell_fault(exception)
    return cast("rx.event.EventSpec", NoticeState.trouble())


def _lost() -> rx.Component:
    """Return the sign for ``away.js`` that the socket reaches nobody."""
    return rx.cond(
        has_connection_errors,
        rx.el.i(hidden=True, custom_attrs={"data-lost": ""}),
    )


def _head() -> list[rx.Component]:
    return [
        rx.el.script(src="/shell.js", custom_attrs=_shell_knows()),
        rx.el.script(src=f"/{JOINED}", defer=True),
        rx.el.link(rel="icon", href="/icons/notebook.svg", type="image/svg+xml"),
        rx.el.meta(name="referrer", content="same-origin"),
        rx.el.meta(name="format-detection", content="telephone=no"),
        _bar_colour("light", "#fde3c4"),
        _bar_colour("dark", "#1d3a45"),
    ]


def _shell_knows() -> dict[str, str]:
    """Return what the shell must know before anything else is there."""
    return {
        "data-private": " ".join(routes.PRIVATE),
        "data-covers": " ".join(routes.covers()),
        "data-exit": SETTINGS.exit_url,
    }


def _bar_colour(scheme: str, colour: str) -> rx.Component:
    """Return the colour of the browser's own bar; ``shell.js`` chooses where she has chosen."""
    attributes = {"media": f"(prefers-color-scheme: {scheme})", "data-scheme": scheme}
    return rx.el.meta(name="theme-color", content=colour, custom_attrs=attributes)


def _add_pages(app: rx.App) -> None:
    public = {"open": open_page, "new": new_page, "regain": regain_page, "install": install_page}
    for language in Language:
        for name, page in public.items():
            app.add_page(
                partial(page, language), route=routes.public(name, language), title=TITLE, meta=[VIEWPORT]
            )
    app.add_page(today_page, route=routes.TODAY, title=TITLE, on_load=TodayState.load, meta=[VIEWPORT])
    app.add_page(plan_page, route=routes.PLAN, title=TITLE, on_load=PlanState.load, meta=[VIEWPORT])
    app.add_page(board_page, route=routes.BOARD, title=TITLE, on_load=BoardsState.load, meta=[VIEWPORT])
    app.add_page(first_page, route=routes.FIRST, title=TITLE, on_load=FirstState.load, meta=[VIEWPORT])
    app.add_page(shown_page, route=routes.SHOWN, title=TITLE, on_load=ShownState.load, meta=[VIEWPORT])
    app.add_page(
        received_page, route=routes.RECEIVED, title=TITLE, on_load=ReceivedState.load, meta=[VIEWPORT]
    )
    app.add_page(offers_page, route=routes.OFFERS, title=TITLE, on_load=OffersState.load, meta=[VIEWPORT])
    app.add_page(team_page, route=routes.TEAM, title=TITLE, on_load=TeamState.load, meta=[VIEWPORT])
    app.add_page(me_page, route=routes.ME, title=TITLE, on_load=MeState.load, meta=[VIEWPORT])


def _seconds() -> float:
    """Return seconds that go on while the machine sleeps, where it can tell."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


@contextlib.asynccontextmanager
async def _lifespan(app: rx.App) -> AsyncIterator[None]:
    opened = house.make(
        SETTINGS.data,
        clock=_seconds,
        today=lambda: datetime.now(tz=UTC).date(),
        most_people=SETTINGS.most_people,
    )
    open_house(opened, SETTINGS.session_cookie)
    try:
        async with watch_over(app):
            yield
    finally:
        close_house()


def make_app() -> rx.App:
    """Return the whole app; its house opens when the server starts."""
    hush()
    doors, photos = Doors(current_house, SETTINGS), Photos(current_house, SETTINGS)
    app = rx.App(
        api_transformer=Starlette(routes=[*doors.routes(), *photos.routes()]),
        stylesheets=["/tokens.css", "/components.css", "/app.css"],
        reset_style=False,
        toaster=None,
        extra_app_wraps={(5, "Overlay"): lambda stateful: _lost() if stateful else None},
        head_components=_head(),
        html_lang=Language.FRENCH.value,  # each page says its own when it is built
        backend_exception_handler=trouble,
    )
    app.add_middleware(SessionGuard())
    narrow(app)
    _add_pages(app)
    app.register_lifespan_task(_lifespan, app=app)
    return app


app = make_app()
