"""The command line for the team: ``staff``, ``invitations``, ``figures``.

Whoever may run it holds the database anyway, so nothing here asks who it is. It is how the first
coordinator comes into being.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from lifeplan_app.model.account import Role
from lifeplan_app.model.errors import ConfigurationError, MemberError

if TYPE_CHECKING:
    from lifeplan_app.core.house import House
    from lifeplan_app.store.invitations import Invitation
    from lifeplan_app.store.staff import Member

ROLES = {role.name.lower(): role for role in (Role.CASEWORKER, Role.MENTOR, Role.COORDINATOR)}

Command = Callable[["House", Namespace], None]
Commands = Any
"""What ``add_subparsers`` returns: argparse has no public name for it."""


def add_to(commands: Commands, in_house: Callable[[Command], Callable[..., None]]) -> None:
    """Add all of it to *commands*; *in_house* opens the house for what a command does."""

    def add(group: Commands, name: str, does: Command) -> ArgumentParser:
        parser = _parser(group, name, does.__doc__ or name)
        parser.set_defaults(command=in_house(does))
        return parser

    staff = _group(_parser(commands, "staff", "Invite, list, close and reopen who works here."))
    _add_invite(add(staff, "invite", invite))
    add(staff, "list", list_staff)
    for name, does in (("close", close), ("reopen", reopen)):
        parser = add(staff, name, does)
        parser.add_argument("name", help="as `staff list` shows it")
        parser.add_argument("--organisation", help="where two have the same name")
    unused = add(commands, "invitations", list_invitations)
    revoking = add(_group(unused, required=False), "revoke", revoke)
    revoking.add_argument("tag", help="the first four characters of the code")
    add(commands, "figures", figures)


def invite(house: "House", given: Namespace) -> None:
    """Print a code with which somebody who will work here makes an account within 30 days."""
    from lifeplan_app.core import roster

    try:
        with house.write() as uow:
            code = roster.invite(uow, ROLES[given.role], given.name, given.organisation, house.today())
    except MemberError:
        raise ConfigurationError(
            f"A name has 1 to {roster.LONGEST_NAME} characters, an organisation at most as many."
        ) from None
    print(code)


def list_staff(house: "House", given: Namespace) -> None:  # noqa: ARG001 - as every command
    """Print who works here."""
    with house.read() as uow:
        members = uow.staff.all()
    for each in members:
        print(_line(each.name, _role(each.role), "active" if each.active else "closed", each.organisation))


def close(house: "House", given: Namespace) -> None:
    """Close the account of somebody who works here: nothing opens for her any more."""
    from lifeplan_app.core import roster

    with house.write() as uow:
        gone = roster.close(uow, _named(uow.staff.all(), given).account)
    print(f"{gone.name} cannot come in any more, and sees nothing of anybody.")


def reopen(house: "House", given: Namespace) -> None:
    """Let somebody come in again; what was shared with her stays taken back."""
    from lifeplan_app.core import roster

    with house.write() as uow:
        back = roster.reopen(uow, _named(uow.staff.all(), given).account)
    print(f"{back.name} can come in again. What was shared with her stays taken back.")


def list_invitations(house: "House", given: Namespace) -> None:  # noqa: ARG001 - as every command
    """Print the invitations that nobody has used yet, or revoke one."""
    with house.read() as uow:
        unused = uow.invitations.open_ones(house.today())
    print(f"{len(unused)} unused")
    for each in unused:
        until = f"until {each.expires.isoformat()}"
        print(_line(each.tag or "----", _role(each.role), until, each.name, each.organisation))


def revoke(house: "House", given: Namespace) -> None:
    """Let the code that begins with these four characters open nothing."""
    tag = given.tag.strip().upper()
    with house.write() as uow:
        meant = _tagged(uow.invitations.open_ones(house.today()), tag)
        for expires in meant:
            uow.invitations.delete_tagged(tag, expires)
    print(f"The code that begins with {tag} opens nothing any more.")


def figures(house: "House", given: Namespace) -> None:  # noqa: ARG001 - as every command
    """Print counts of the whole programme; fewer than five shows as <5."""
    from lifeplan_app.core import roster

    with house.read() as uow:
        counted = roster.count(uow, house.today())
    for name, number in asdict(counted).items():
        print(f"{name:<14}{f'<{roster.FEWEST_SHOWN}' if number is None else number}")


def _group(parser: ArgumentParser, *, required: bool = True) -> Commands:
    return parser.add_subparsers(required=required, metavar="command")


def _parser(group: Commands, name: str, about: str) -> ArgumentParser:
    first = about.splitlines()[0]
    return group.add_parser(name, help=first, description=first)


def _add_invite(parser: ArgumentParser) -> None:
    parser.add_argument("--role", required=True, choices=ROLES)
    parser.add_argument("--name", required=True, help="as the team and the people she is linked with see her")
    parser.add_argument("--organisation", default="")


def _named(members: "list[Member]", given: Namespace) -> "Member":
    """Return the one who is meant.

    Raises:
        ConfigurationError: It is nobody, or several.
    """
    found = [each for each in members if _same(each.name, given.name)]
    if given.organisation is not None:
        found = [each for each in found if _same(each.organisation, given.organisation)]
    if not found:
        raise ConfigurationError("Nobody here has that name: `staff list` shows who works here.")
    if len(found) > 1:
        raise ConfigurationError(
            f"{len(found)} people here have that name: say --organisation too, "
            "or let a coordinator do it on the page."
        )
    return found[0]


def _tagged(unused: "list[Invitation]", tag: str) -> set[date]:
    """Return the last days of the codes that begin with *tag*.

    Raises:
        ConfigurationError: There is none.
    """
    found = {each.expires for each in unused if tag and each.tag == tag}
    if not found:
        raise ConfigurationError("No unused code begins so: `invitations` shows those there are.")
    return found


def _same(first: str, second: str) -> bool:
    return " ".join(first.split()).casefold() == " ".join(second.split()).casefold()


def _role(role: Role) -> str:
    return role.name.lower()


def _line(*cells: str) -> str:
    return "  ".join(cell for cell in cells if cell)
