import asyncio
import gc
import os
import re
import signal
import socket
import sys
import threading
import types
from datetime import date

import pytest
from babel import UnknownLocaleError

from lifeplan_app import serving
from lifeplan_app.frontend.places import ROOT
from lifeplan_app.i18n.dates import day_in_words
from lifeplan_app.model.errors import ConfigurationError
from lifeplan_app.settings import Settings


@pytest.fixture
def taken():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


@pytest.fixture
def free():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def kept_process(monkeypatch):
    """The environment and the folder of this process, put back afterwards."""
    monkeypatch.setattr(os, "environ", dict(os.environ))
    monkeypatch.chdir(".")
    monkeypatch.setattr(sys, "path", list(sys.path))
    switch = sys.getswitchinterval()
    yield
    sys.setswitchinterval(switch)
    gc.unfreeze()


def test_a_taken_port_is_told(taken):
    with pytest.raises(ConfigurationError, match=f"PORT={taken}"):
        serving.refuse_taken_port(Settings(port=taken))


def test_a_free_port_is_taken_as_it_is(free):
    serving.refuse_taken_port(Settings(port=free))


def test_a_port_for_the_administrator_alone_is_told(monkeypatch):
    def refuse(*_arguments, **_options):
        raise PermissionError

    monkeypatch.setattr(serving.socket, "getaddrinfo", refuse)
    with pytest.raises(ConfigurationError, match="PORT=80 may not"):
        serving.refuse_taken_port(Settings(port=80))


def test_nothing_in_the_environment_can_open_the_server(kept_process):
    os.environ["REFLEX_CORS_ALLOWED_ORIGINS"] = "*"
    os.environ["__REFLEX_SKIP_COMPILE"] = "false"
    sys.path[:] = [entry for entry in sys.path if entry != str(ROOT)]
    serving.prepare_reflex()
    assert "REFLEX_CORS_ALLOWED_ORIGINS" not in os.environ
    assert os.environ["__REFLEX_SKIP_COMPILE"] == "true"
    assert os.environ["REFLEX_TELEMETRY_ENABLED"] == "false"
    assert os.getcwd() == str(ROOT)  # noqa: PTH109  (of the process, not of a path)
    assert sys.path[0] == str(ROOT)


@pytest.fixture
def closed_loops(monkeypatch):
    """Loops that the server leaves open, since its process ends; here they are closed."""
    made = []
    new = asyncio.new_event_loop
    monkeypatch.setattr(asyncio, "new_event_loop", lambda: made.append(new()) or made[-1])
    yield
    for loop in made:
        loop.close()
    asyncio.set_event_loop(None)


async def answer(_scope, _receive, send):
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body"})


async def receive():
    return {}


async def answer_to_nobody(_message):
    pass


def fault(kind):
    async def failing(_scope, _receive, _send):
        raise kind("what she wrote")

    return failing


async def test_a_fault_is_logged_by_kind_and_place_and_without_its_words(caplog):
    await serving.telling_little(fault(ValueError))({}, receive, answer_to_nobody)
    assert "ValueError at test_serving.py" in caplog.text
    assert "what she wrote" not in caplog.text


def test_a_fault_below_the_project_tells_both_places():
    with pytest.raises(UnknownLocaleError) as raised:
        day_in_words(date(2026, 11, 22), types.SimpleNamespace(value="zz"))
    told = serving.place(raised.value)
    assert re.fullmatch(r"UnknownLocaleError at dates\.py:\d+ < core\.py:\d+", told), told


async def test_what_is_cancelled_is_no_fault(caplog):
    await serving.telling_little(fault(asyncio.CancelledError))({}, receive, answer_to_nobody)
    assert caplog.text == ""


def test_a_fault_that_was_never_raised_has_no_place():
    assert serving.place(ValueError("what she wrote")) == "ValueError"


def test_the_port_answers_when_it_is_said_to_and_a_signal_ends_it(
    kept_process, closed_loops, free, monkeypatch, tmp_path
):
    stub = types.SimpleNamespace(app=lambda: answer)
    monkeypatch.setattr(serving, "import_module", lambda _: stub)
    answered = []

    def ready():
        with socket.create_connection(("127.0.0.1", free)) as connection:
            connection.sendall(b"GET / HTTP/1.0\r\n\r\n")
            connection.settimeout(5)
            answered.append(True)
        threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGTERM)).start()

    serving.serve(Settings(port=free, data=tmp_path), ready)
    assert answered
    assert gc.get_freeze_count() > 0
    assert sys.getswitchinterval() == pytest.approx(serving.SWITCH_SECONDS)
    assert os.environ["DATA"] == str(tmp_path)
