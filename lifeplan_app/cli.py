"""The command line: ``python -m lifeplan_app serve``, ``demo``, ``invitation``, ``build``.

What it does for the team is in `staff_commands`.

What a person gets wrong is answered with a sentence and exit code 2, never with a traceback.
"""

import argparse
import fcntl
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from lifeplan_app import staff_commands
from lifeplan_app.model.errors import ConfigurationError, StoreError
from lifeplan_app.settings import Settings

if TYPE_CHECKING:
    from lifeplan_app.core.house import House
    from lifeplan_app.store.unit import UnitOfWork

USAGE_ERROR = 2
PRIVATE = 0o077  # what a new file or folder never allows: anybody else
WAY_IN = "It begins with an ordinary notebook. Its settings lead in, by Synchronisation; so does /open/."


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what *arguments* ask for, and return the exit code."""
    os.umask(PRIVATE)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # until the server is up and has its own
    given = _parser().parse_args(arguments)
    try:
        given.command(Settings.read(), given)
    except ConfigurationError as error:
        print(error, file=sys.stderr)
        return USAGE_ERROR
    except StoreError:
        print("The data folder cannot be read or written now; nothing was changed.", file=sys.stderr)
        return USAGE_ERROR
    except KeyboardInterrupt:  # before the server was up: there is nothing to close yet
        return 0
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m lifeplan_app")
    commands = parser.add_subparsers(required=True, metavar="command")

    def add(name: str, does: Callable[[Settings], None]) -> None:
        about = (does.__doc__ or name).splitlines()[0]
        parser = commands.add_parser(name, help=about, description=about)
        parser.set_defaults(command=lambda settings, _: does(settings))

    add("serve", serve)
    add("invitation", invitation)
    add("demo", demo)
    add("build", build)
    staff_commands.add_to(commands, _in_house)
    return parser


def _in_house(does: staff_commands.Command) -> Callable[[Settings, argparse.Namespace], None]:
    """Return *does* so that the house is open meanwhile; a server may run beside it."""

    def done(settings: Settings, given: argparse.Namespace) -> None:
        prepare_data(settings)
        with _house(settings) as house:
            does(house, given)

    return done


def serve(settings: Settings) -> None:
    """Serve the app until Ctrl-C; the first time, print an invitation code."""
    from lifeplan_app import serving

    serving.refuse_taken_port(settings)
    build(settings)
    prepare_data(settings)
    with only_server(settings):
        code = first_invitation(settings)
        serving.serve(settings, lambda: print(_welcome(settings, code), flush=True))


def demo(settings: Settings) -> None:
    """Serve the app to this machine alone, with made-up people in it, and say how to sign in."""
    from lifeplan_app import demo as guests
    from lifeplan_app import serving

    settings = replace(settings, data=guests.folder(settings, os.environ))
    guests.require_play_ground(settings)
    serving.refuse_taken_port(settings)
    build(settings)
    prepare_data(settings)
    with only_server(settings):
        guests.begin_anew(settings.data)
        with _house(settings) as house:
            guests.invite_guests(house)
        serving.serve(settings, lambda: print(_welcome_guests(settings), flush=True))


def build(settings: Settings) -> None:
    """Build the pages, if what they are made of has changed."""
    from lifeplan_app.frontend.build import ensure_built

    ensure_built(settings, lambda sentence: print(sentence, flush=True))


def invitation(settings: Settings) -> None:
    """Print a code that lets one person make an account within 30 days."""
    prepare_data(settings)
    with _house(settings) as house, house.write() as uow:
        code = _new_code(uow)
    print(code)


def prepare_data(settings: Settings) -> None:
    """Make the data folder, readable by its owner alone.

    Raises:
        ConfigurationError: It cannot be made, or belongs to another account.
    """
    try:
        settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        settings.data.chmod(0o700)
    except OSError as error:
        raise ConfigurationError(
            f"DATA={settings.data} cannot be used as a folder ({error.strerror})."
        ) from None


@contextmanager
def only_server(settings: Settings) -> Iterator[None]:
    """Hold the data folder against a second server, whose sessions and counts would be its own.

    Raises:
        ConfigurationError: Another server holds it. A lock ends with its process, however that ends.
    """
    with (settings.data / "serving.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise ConfigurationError(
                f"Another server is using {settings.data}: stop it, or set DATA."
            ) from None
        yield


def first_invitation(settings: Settings) -> str | None:
    """Return a new code when nobody has an account yet nor a code to make one with, else nothing."""
    from lifeplan_app.core import invitations

    with _house(settings) as house, house.write() as uow:
        return _new_code(uow) if invitations.nobody_can_come_in(uow, _today()) else None


def _new_code(uow: "UnitOfWork") -> str:
    from lifeplan_app.core import invitations
    from lifeplan_app.model.account import Role

    return invitations.make(uow, Role.PARTICIPANT, _today())


@contextmanager
def _house(settings: Settings) -> "Iterator[House]":
    from lifeplan_app.core import house

    made = house.make(settings.data, clock=time.monotonic, today=_today, most_people=settings.most_people)
    try:
        yield made
    finally:
        made.close()


def _today() -> date:
    return datetime.now(tz=UTC).date()


def _welcome_guests(settings: Settings) -> str:
    from lifeplan_app.demo import GUESTS, TEAM

    lines = [f"Carnet is at {settings.address} (Ctrl-C ends it). Nothing written here is kept.", WAY_IN]
    return "\n".join(
        [*lines, "Sign in as:", *(f"  {each.name:<10}{each.passphrase}" for each in (*GUESTS, *TEAM))]
    )


def _welcome(settings: Settings, code: str | None) -> str:
    lines = [f"Carnet is at {settings.address} (Ctrl-C ends it).", WAY_IN]
    if code:
        lines += [
            f"Invitation code, for one account within 30 days: {code}",
            "It is shown this once; `make invitation` makes another.",
        ]
    return "\n".join(lines)
