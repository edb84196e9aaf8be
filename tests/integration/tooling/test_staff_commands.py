"""The team from the command line, beside a server or without one."""

from contextlib import contextmanager

import pytest

from lifeplan_app import cli
from lifeplan_app.core import accounts, invitations, people, roster
from lifeplan_app.model.account import Role
from lifeplan_app.model.errors import ClosedAccountError, InvitationError, NotAllowedError
from tests.factories import (
    HER_PHONE,
    PASSPHRASE,
    a_step,
    caseworker,
    coordinator,
    invitation,
    linked,
    mentor,
    open_cards,
    participant,
    services,
    show,
)


@pytest.fixture
def running(tmp_path, monkeypatch):
    """A house that stays open, as a running server's; the command line opens its own on the same data."""
    monkeypatch.setenv("DATA", str(tmp_path / "data"))
    monkeypatch.setattr("os.umask", lambda _: 0o022)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    cli.prepare_data(cli.Settings.read())
    house = services(tmp_path)
    monkeypatch.setattr(cli, "_today", house.today)
    yield house
    house.close()


@pytest.fixture
def run(running, capsys):
    """What a command that goes well prints, line by line."""

    def run(*arguments):
        code = cli.main(arguments)
        said = capsys.readouterr()
        assert (code, said.err) == (0, "")
        return said.out.splitlines()

    return run


@pytest.fixture
def refusal(running, capsys):
    """The sentence about a command that cannot be done."""

    def refusal(*arguments):
        try:
            code = cli.main(arguments)
        except SystemExit as ended:  # argparse ends by itself
            code = ended.code
        said = capsys.readouterr()
        assert (code, said.out) == (cli.USAGE_ERROR, "")
        return said.err

    return refusal


@contextmanager
def nothing_changes(house):
    with house.read() as uow:
        before = (uow.staff.all(), uow.invitations.open_ones(house.today()))
    yield
    with house.read() as uow:
        assert (uow.staff.all(), uow.invitations.open_ones(house.today())) == before


@pytest.mark.parametrize("role", ["caseworker", "mentor", "coordinator"])
def test_whoever_will_work_here_is_invited_the_first_coordinator_too(running, run, role):
    [code] = run("staff", "invite", "--role", role, "--name", " Anne  Martin", "--organisation", "Maison")
    with running.write() as uow:
        found = invitations.use_up(uow, code, running.today())
    assert (found.role, found.name, found.organisation) == (Role[role.upper()], "Anne Martin", "Maison")


@pytest.mark.parametrize(
    "given",
    [
        ("--role", "mentor", "--name", " "),
        ("--role", "mentor", "--name", "é" * 61),
        ("--role", "mentor", "--name", "Anne", "--organisation", "é" * 61),
    ],
)
def test_a_name_that_cannot_be_is_told(running, refusal, given):
    with nothing_changes(running):
        assert "1 to 60 characters" in refusal("staff", "invite", *given)


@pytest.mark.parametrize("role", ["participant", "boss", ""])
def test_a_role_that_is_none_is_told_with_those_there_are(running, refusal, role):
    with nothing_changes(running):
        said = refusal("staff", "invite", "--role", role, "--name", "Anne")
    assert all(each in said for each in ("caseworker", "mentor", "coordinator"))


@pytest.mark.parametrize("given", [("staff",), ("staff", "close"), ("invitations", "revoke"), ("staff", "x")])
def test_half_a_command_is_told(refusal, given):
    assert "usage:" in refusal(*given)


def test_who_works_here_is_listed_and_no_participant(running, run):
    for someone in (caseworker, coordinator, participant):
        someone(running)
    mentor(running)
    run("staff", "close", "Rose")
    assert run("staff", "list") == [
        "Claire  caseworker  active  Maison Bleue",
        "Odile  coordinator  active  Maison Bleue",
        "Rose  mentor  closed",
    ]


@pytest.mark.check("P8")
def test_an_account_is_closed_beside_a_running_server_and_nothing_opens_from_then(running, run):
    nadia, claire = participant(running), caseworker(running)
    contact, her = linked(nadia, claire)
    show(nadia, contact, a_step(nadia))
    assert open_cards(claire, her)
    assert "cannot come in any more" in run("staff", "close", "claire")[0]
    with pytest.raises(NotAllowedError):  # she is still signed in
        claire.do(people.people)
    with pytest.raises(NotAllowedError):
        open_cards(claire, her)
    roster.end_sessions_of_closed(running)  # as the server does each second
    assert running.sessions.find(claire.entered.cookie) is None
    assert nadia.read()
    with pytest.raises(ClosedAccountError):
        claire.sign_in()
    assert "can come in again" in run("staff", "reopen", "Claire")[0]
    claire.sign_in()
    assert open_cards(claire, her) == []


def test_a_server_with_nobody_of_the_team_in_it_looks_for_nobody(running, monkeypatch):
    participant(running)
    monkeypatch.setattr(running.store, "read", None)
    roster.end_sessions_of_closed(running)


@pytest.mark.parametrize("command", ["close", "reopen"])
def test_a_name_that_is_nobodys_or_two_peoples_is_told(running, refusal, run, command):
    caseworker(running, "Anne")
    code = invitation(running, Role.CASEWORKER, "anne", "Maison Rouge")
    accounts.sign_up(running, HER_PHONE, code=code, name="anne-2", passphrase=PASSPHRASE)
    participant(running, "Nadia")
    with nothing_changes(running):
        for name in ("Claire", "Nadia", ""):
            assert "Nobody here" in refusal("staff", command, name)
        assert "2 people here" in refusal("staff", command, "Anne")
        assert "Nobody here" in refusal("staff", command, "Anne", "--organisation", "Maison Verte")
    run("staff", "close", "Anne", "--organisation", "maison  rouge")
    with running.read() as uow:
        assert [(each.organisation, each.active) for each in uow.staff.all()] == [
            ("Maison Bleue", True),
            ("Maison Rouge", False),
        ]


def test_unused_codes_are_listed_and_revoked_by_their_first_characters(running, run):
    with running.write() as uow:
        hers = invitations.make(uow, Role.PARTICIPANT, running.today())
        other = invitations.make(uow, Role.MENTOR, running.today(), "Lise", "Maison")
    listed = run("invitations")
    assert listed[0] == "2 unused"
    assert set(listed[1:]) == {
        f"{hers[:4]}  participant  until 2026-12-21",
        f"{other[:4]}  mentor  until 2026-12-21  Lise  Maison",
    }
    assert "opens nothing" in run("invitations", "revoke", f" {hers[:4].lower()} ")[0]
    with running.read() as uow:
        with pytest.raises(InvitationError):
            invitations.find(uow, hers, running.today())
        assert invitations.find(uow, other, running.today())


def test_a_code_that_is_none_is_told(running, refusal, run):
    with running.write() as uow:
        code = invitations.make(uow, Role.PARTICIPANT, running.today())
    wrong = "0000" if code[:4] != "0000" else "1111"
    with nothing_changes(running):
        for tag in (wrong, "", code[:3], code):
            assert "No unused code" in refusal("invitations", "revoke", tag)


def test_counts_below_five_are_not_told(running, run):
    assert run("figures") == [
        f"{name:<14}<5" for name in ("participants", "caseworkers", "mentors", "links", "shares")
    ]
    for number in range(5):
        participant(running, f"Nadia {number}")
    assert run("figures")[:2] == ["participants  5", "caseworkers   <5"]
