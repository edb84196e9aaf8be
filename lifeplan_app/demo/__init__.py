"""Made-up people, their plans and their team, to look at the app with; nothing comes from a real person."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from lifeplan_app.core import accounts, adding, invitations, marks
from lifeplan_app.core.guessing import Client
from lifeplan_app.core.house import House
from lifeplan_app.demo import boards, team
from lifeplan_app.model.account import Actor, Language, Role
from lifeplan_app.model.errors import ConfigurationError, NotFoundError
from lifeplan_app.model.plan import Horizon, Progress
from lifeplan_app.settings import Settings
from lifeplan_app.store.unit import DATABASE, KEYS, UnitOfWork

_HERE: Final = Path(__file__).parent
_MARK: Final = "demonstration"  # a folder without it may hold what somebody wrote


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody made up, and how to sign in as her. The phrases are no secret: they stand here."""

    name: str
    passphrase: str
    language: Language
    role: Role = Role.PARTICIPANT


GUESTS: Final = (
    Guest("mimosa", "une tasse bleue sur la fenêtre", Language.FRENCH),
    Guest("juniper", "a blue cup on the windowsill", Language.ENGLISH),
)


TEAM: Final = (
    Guest("claire", "trois chaises dans le couloir", Language.FRENCH, Role.CASEWORKER),
    Guest("mariam", "un parapluie près de la porte", Language.FRENCH, Role.MENTOR),
    Guest("odile", "des clés sur le grand bureau", Language.FRENCH, Role.COORDINATOR),
)
"""Those who work there; the first guest is linked with them."""


def written(language: Language) -> dict[str, Any]:
    """Return the plan of the guest who speaks *language*, as JSON holds it."""
    return json.loads((_HERE / f"plan-{language}.json").read_text(encoding="utf-8"))


def folder(settings: Settings, environment: Mapping[str, str]) -> Path:
    """Return where the demonstration keeps its data: beside the app's own, unless DATA says where."""
    return settings.data if environment.get("DATA") else settings.data.with_name("data-demo")


def require_play_ground(settings: Settings) -> None:
    """Make sure that the demonstration harms nobody.

    Raises:
        ConfigurationError: Other machines could reach the server, or the folder is somebody's own.
    """
    if not settings.listens_here_only:
        raise ConfigurationError(
            f"HOST={settings.host} lets other machines in, and everybody knows how to sign in to the "
            "demonstration: it serves this machine only."
        )
    if (settings.data / DATABASE).exists() and not (settings.data / _MARK).exists():
        raise ConfigurationError(
            f"DATA={settings.data} holds an installation: name another folder to play in."
        )


def begin_anew(folder: Path) -> None:
    """Take away what an earlier demonstration left in *folder*, and mark it as one."""
    for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", KEYS):
        (folder / name).unlink(missing_ok=True)
    (folder / _MARK).touch()


def invite_guests(house: House) -> None:
    """Make an account for each guest, and write her plan in it; the first is linked with the team.

    Raises:
        StoreError: It cannot be kept.
    """
    actors = [_sign_up(house, guest) for guest in GUESTS]
    for guest, actor in zip(GUESTS, actors, strict=True):
        with house.write() as uow:
            fill(uow, actor, written(guest.language), house.today())
        plan = written(guest.language)
        boards.arrange(house, actor, plan["boards"], plan["pictures"])
    members = [(guest.role, _sign_up(house, guest)) for guest in TEAM]
    first = GUESTS[0]
    team.link_with_all(house, actors[0], first.name.capitalize(), members)
    for role, actor in members:
        if role is Role.MENTOR:
            team.offer_all(house, actor, team.suggested(written(first.language)))


def _sign_up(house: House, guest: Guest) -> Actor:
    with house.write() as uow:
        name = guest.name.capitalize() if guest.role is not Role.PARTICIPANT else ""
        code = invitations.make(uow, guest.role, house.today(), name)
    entered = accounts.sign_up(
        house,
        Client(address="127.0.0.1"),
        code=code,
        name=guest.name,
        passphrase=guest.passphrase,
        language=guest.language,
    )
    session = house.sessions.find(entered.cookie)
    if session is None:
        raise NotFoundError
    return session.actor


def fill(uow: UnitOfWork, actor: Actor, plan: Mapping[str, Any], today: date) -> None:
    """Write *plan* as the plan of *actor*: its wishes, strengths, goals and steps.

    Raises:
        CarnetError: A part of it cannot be kept.
    """
    for wish in plan.get("wishes", ()):
        adding.add_wish(uow, actor, wish)
    for strength in plan.get("strengths", ()):
        adding.add_strength(uow, actor, strength)
    for goal in plan["goals"]:
        _write_goal(uow, actor, goal, today)


def _write_goal(uow: UnitOfWork, actor: Actor, goal: Mapping[str, Any], today: date) -> None:
    kept = adding.add_goal(uow, actor, Horizon(goal["horizon"]), goal["title"]).record
    marks.set_progress(uow, actor, kept.id, Progress(goal["progress"]), today)
    if goal.get("area"):
        marks.set_area(uow, actor, kept.id, goal["area"])
    for step in goal["steps"]:
        added = adding.add_step(uow, actor, kept.id, step["text"]).record
        marks.set_progress(uow, actor, added.id, Progress(step["progress"]), today)
        if step.get("date"):
            marks.set_day(uow, actor, added.id, date.fromisoformat(step["date"]))
        if step.get("repeat") == "weekly":
            marks.set_weekly(uow, actor, added.id, today, weekly=True)
