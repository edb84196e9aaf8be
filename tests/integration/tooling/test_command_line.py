import stat
import subprocess
import sys
import time
from contextlib import closing
from datetime import timedelta

import pytest

from lifeplan_app import cli, demo
from lifeplan_app.core import accounts, following, house, invitations, plan, received, suggestions
from lifeplan_app.crypto.keyring import KeyRing
from lifeplan_app.frontend.places import ROOT
from lifeplan_app.model.account import Role
from lifeplan_app.model.errors import ConfigurationError, InvitationError, StoreError
from lifeplan_app.settings import Settings
from lifeplan_app.store.unit import Store
from tests.factories import HER_PHONE


@pytest.fixture
def settings(tmp_path, monkeypatch):
    monkeypatch.setenv("DATA", str(tmp_path / "data"))
    return Settings(data=tmp_path / "data")


@pytest.fixture
def store(settings):
    cli.prepare_data(settings)
    store = Store(settings.data, KeyRing())
    yield store
    store.close()


@pytest.fixture(autouse=True)
def signals_and_mask_as_they_were(monkeypatch):
    """The command line sets both for its process, which here is the tests' own."""
    monkeypatch.setattr("os.umask", lambda _: 0o022)
    monkeypatch.setattr("signal.signal", lambda *_: None)


def test_an_invitation_is_printed_and_opens_one_participants_account(store, capsys):
    assert cli.main(["invitation"]) == 0
    code = capsys.readouterr().out.strip()
    with store.write() as uow:
        assert invitations.use_up(uow, code, cli._today() + timedelta(days=30)).role is Role.PARTICIPANT
    with store.read() as uow, pytest.raises(InvitationError):
        invitations.find(uow, code, cli._today())


def test_the_first_start_gets_a_code_and_the_next_none(settings, store):
    code = cli.first_invitation(settings)
    assert code
    assert cli.first_invitation(settings) is None
    with store.write() as uow:
        invitations.use_up(uow, code, cli._today())
    assert cli.first_invitation(settings), "the code is used up, and there is still nobody"


def test_a_code_that_has_run_out_lets_nobody_in(settings, store):
    with store.write() as uow:
        invitations.make(uow, Role.PARTICIPANT, cli._today() - timedelta(days=40))
        assert invitations.nobody_can_come_in(uow, cli._today())


def test_the_data_folder_is_its_owners_alone(settings, store):
    assert stat.S_IMODE(settings.data.stat().st_mode) == 0o700
    for file in settings.data.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0, file


def test_a_data_folder_that_cannot_be_one_is_told(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="DATA="):
        cli.prepare_data(Settings(data=tmp_path / "file"))


def test_one_server_at_a_time_uses_the_data(settings):
    cli.prepare_data(settings)
    with cli.only_server(settings), pytest.raises(ConfigurationError, match="Another server"):
        cli.only_server(settings).__enter__()
    with cli.only_server(settings):
        pass


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [(ConfigurationError("Too bad."), "Too bad."), (StoreError(), "nothing was changed")],
)
def test_what_cannot_be_done_is_told_in_a_sentence(monkeypatch, capsys, fault, sentence):
    def refuse(_):
        raise fault

    monkeypatch.setattr(cli, "build", refuse)
    assert cli.main(["build"]) == 2
    assert sentence in capsys.readouterr().err


def test_ending_it_before_it_serves_is_no_fault(monkeypatch):
    def interrupted(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "invitation", interrupted)
    assert cli.main(["invitation"]) == 0


def test_the_pages_are_built_when_they_are_asked_for(monkeypatch, capsys):
    monkeypatch.setattr("lifeplan_app.frontend.build.ensure_built", lambda _, say: say("Building."))
    assert cli.main(["build"]) == 0
    assert capsys.readouterr().out == "Building.\n"


def test_serving_builds_prepares_and_tells_the_address_and_the_code(settings, monkeypatch, capsys):
    monkeypatch.setenv("PORT", "3187")
    monkeypatch.setattr(cli, "build", lambda _: None)
    monkeypatch.setattr("lifeplan_app.serving.refuse_taken_port", lambda _: None)
    monkeypatch.setattr("lifeplan_app.serving.serve", lambda _, ready: ready())
    assert cli.main(["serve"]) == 0
    first = capsys.readouterr().out
    assert "http://localhost:3187" in first
    assert "Invitation code" in first
    assert cli.main(["serve"]) == 0
    assert "Invitation code" not in capsys.readouterr().out


def test_it_is_a_module_that_can_be_run():
    run = subprocess.run(
        [sys.executable, "-m", "lifeplan_app", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0
    assert "serve" in run.stdout


def test_the_demonstration_has_people_and_a_team_in_its_own_folder(settings, monkeypatch, capsys):
    served = []
    monkeypatch.setattr("lifeplan_app.frontend.build.ensure_built", lambda *_: None)
    monkeypatch.setattr("lifeplan_app.serving.refuse_taken_port", lambda _: None)
    monkeypatch.setattr(
        "lifeplan_app.serving.serve", lambda settings, ready: (served.append(settings.data), ready())
    )
    for _ in range(2):  # the second begins anew
        assert cli.main(["demo"]) == 0
    said = capsys.readouterr().out
    with closing(house.make(settings.data, clock=time.monotonic, today=cli._today)) as opened:
        actors = {}
        for guest in (*demo.GUESTS, *demo.TEAM):
            assert guest.passphrase in said
            entered = accounts.sign_in(opened, HER_PHONE, name=guest.name, passphrase=guest.passphrase)
            actors[guest.role] = actors[guest] = opened.sessions.find(entered.cookie).actor
        for guest in demo.GUESTS:
            with opened.read() as uow:
                read = plan.read_plan(uow, actors[guest])
            assert [each.goal.text for each in read.goals] == [
                goal["title"] for goal in demo.written(guest.language)["goals"]
            ]
        with opened.write() as uow:
            following.arrive(uow, actors[Role.CASEWORKER], opened.today())
            following.arrive(uow, actors[demo.GUESTS[0]], opened.today())
            [person] = received.overview(uow, actors[Role.CASEWORKER], opened.today())
            offered = suggestions.suggestions(uow, actors[demo.GUESTS[0]])
    assert (person.contact.name, person.count) == ("Mimosa", 3)
    assert len(offered) == 2
    assert served == [settings.data] * 2
    assert demo.folder(Settings(), {}) == ROOT / "data-demo"


def test_the_demonstration_is_for_this_machine_and_touches_nobodys_data(settings, store, monkeypatch, capsys):
    assert cli.main(["demo"]) == cli.USAGE_ERROR
    assert "holds an installation" in capsys.readouterr().err
    monkeypatch.setenv("HOST", "192.0.2.7")
    monkeypatch.setenv("PUBLIC_URL", "https://carnet.example")
    assert cli.main(["demo"]) == cli.USAGE_ERROR
    assert "this machine only" in capsys.readouterr().err
