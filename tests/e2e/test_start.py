"""One command, and it serves: what `make run` promises."""

import re
import signal
import stat
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import WebSocket, expect

from lifeplan_app.frontend.places import ROOT, STAMP, STATIC
from tests.e2e.server import Carnet

CODE = re.compile(r"Invitation code, .*: (\S+)")


def command(carnet, *arguments, **settings):
    return subprocess.run(
        [sys.executable, "-m", "lifeplan_app", *arguments],
        cwd=ROOT,
        env={**carnet.environment(), **settings},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def open_socket(phone) -> WebSocket:
    """Return the socket of a page, once something has come through it: the closed gate."""
    with phone.page.expect_websocket() as opened:
        phone.open("/plan/")
    socket: WebSocket = opened.value
    # Nobody is signed in: the page goes on to the door. A browser that is closed on its way there may hang.
    phone.page.wait_for_url(lambda url: urlsplit(url).path == "/")
    expect(phone.page.get_by_role("main")).to_be_visible()
    return socket


def test_the_first_start_prints_one_code_and_the_next_none(own_carnet):
    assert f"http://localhost:{own_carnet.port}" in own_carnet.log
    assert len(CODE.findall(own_carnet.log)) == 1
    own_carnet.restart()
    assert len(CODE.findall(own_carnet.log)) == 1


def test_more_codes_come_from_the_command_line_while_it_serves(carnet):
    first, second = (command(carnet, "invitation").stdout.strip() for _ in range(2))
    assert re.fullmatch(r"[0-9A-Z]{4}(-[0-9A-Z]{1,4})+", first)
    assert first != second


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_well_with_pages_open(own_carnet, make_phone, number):
    phone = make_phone(own_carnet).allow_console("WebSocket connection").allow_console("Failed to load")
    open_socket(phone)
    own_carnet.send(number)
    assert own_carnet._wait() == 0
    assert "Traceback" not in own_carnet.log
    assert "ERROR" not in own_carnet.log


def test_what_it_keeps_is_its_owners_alone(carnet):
    assert stat.S_IMODE(carnet.data_dir.stat().st_mode) == 0o700
    files = [file for file in carnet.data_dir.rglob("*") if file.is_file()]
    assert files
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in files)


@pytest.mark.parametrize(
    "settings",
    [
        {"HOST": "0.0.0.0"},
        {"HOST": "192.168.1.20"},
        {"PORT": "http"},
        {"REDIS_URL": "redis://localhost"},
        {"REFLEX_REDIS_URL": "redis://localhost"},
        {"EXIT_URL": "http://meteo.example"},
        {"TLS_CERT": "/absent.pem", "TLS_KEY": "/absent.pem"},
        {"DATA": "/dev/null/data"},
    ],
    ids=" ".join,
)
def test_what_is_not_safe_is_refused_in_one_sentence(carnet, settings):
    refused = command(carnet, "serve", **{"PORT": "0", **settings})
    assert refused.returncode == 2
    assert refused.stdout == ""
    assert re.fullmatch(r"[^\n]+\.\n", refused.stderr)


def test_a_taken_port_and_taken_data_are_refused_in_one_sentence(carnet, own_carnet):
    for settings in ({"PORT": str(carnet.port)}, {"DATA": str(carnet.data_dir)}):
        own_carnet.stop()
        refused = command(own_carnet, "serve", **settings)
        assert refused.returncode == 2
        assert re.fullmatch(r"[^\n]+\.\n", refused.stderr)


def test_one_build_serves_any_port(carnet, make_carnet, make_phone):
    built = STAMP.stat().st_mtime_ns
    for server in (carnet, make_carnet()):
        assert open_socket(make_phone(server)).url.startswith(f"ws://localhost:{server.port}/_event")
    assert STAMP.stat().st_mtime_ns == built


def test_it_speaks_tls_itself_on_any_port(make_carnet, make_phone, certificate):
    carnet: Carnet = make_carnet(TLS_CERT=str(certificate[0]), TLS_KEY=str(certificate[1]))
    assert f"https://localhost:{carnet.port}" in carnet.log
    phone = make_phone(carnet, base_url=f"https://localhost:{carnet.port}")
    assert open_socket(phone).url.startswith(f"wss://localhost:{carnet.port}/_event")


@pytest.mark.check("D7")
def test_built_files_name_no_machine_and_hold_no_source_map():
    for file in STATIC.rglob("*.js"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"(localhost|127\.0\.0\.1):\d", text), file
        assert "sourceMappingURL" not in text, file
    assert not list(STATIC.rglob("*.map"))


def test_every_page_says_its_language(carnet, phone, phone_en):
    expect(phone.open("/open/").locator("html")).to_have_attribute("lang", "fr")
    expect(phone_en.open("/en/open/").locator("html")).to_have_attribute("lang", "en")
