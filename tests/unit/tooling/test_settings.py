import os
import re
from pathlib import Path

import pytest

import rxconfig
from lifeplan_app.model.errors import ConfigurationError
from lifeplan_app.settings import DEFAULT_EXIT_URL, ROOT, Settings


@pytest.fixture
def certificate(tmp_path):
    paths = {"TLS_CERT": tmp_path / "cert.pem", "TLS_KEY": tmp_path / "key.pem"}
    for path in paths.values():
        path.write_text("…", encoding="utf-8")
    return {name: str(path) for name, path in paths.items()}


def refusal(**environment):
    with pytest.raises(ConfigurationError) as refused:
        Settings.read(environment)
    sentence = str(refused.value)
    assert re.fullmatch(r"[^\n]+\.", sentence), "one plain sentence"
    return sentence


def test_without_any_setting_this_machine_alone_is_served():
    settings = Settings.read({})
    assert settings == Settings()
    assert settings.address == "http://localhost:3000"
    assert settings.origins() == ("http://localhost:3000", "http://127.0.0.1:3000")
    assert settings.data == ROOT / "data"
    assert settings.exit_url == DEFAULT_EXIT_URL
    assert not settings.secure


def test_they_are_read_from_the_process_by_default(monkeypatch):
    monkeypatch.setenv("PORT", "3456")
    assert Settings.read().port == 3456


def test_empty_values_are_as_good_as_none():
    names = (
        "HOST",
        "PORT",
        "DATA",
        "TLS_CERT",
        "TLS_KEY",
        "PUBLIC_URL",
        "EXIT_URL",
        "MOST_PEOPLE",
        "REDIS_URL",
    )
    assert Settings.read(dict.fromkeys(names, "")) == Settings()


def test_port_and_data_can_be_set(tmp_path):
    settings = Settings.read({"PORT": "8080", "DATA": str(tmp_path / "kept")})
    assert settings.origins()[0] == "http://localhost:8080"
    assert settings.data == tmp_path / "kept"


def test_a_relative_data_folder_is_where_the_person_is(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert Settings.read({"DATA": "mine"}).data == tmp_path / "mine"


def test_how_many_people_a_mentor_walks_with_can_be_set():
    assert Settings.read({}).most_people == 10
    assert Settings.read({"MOST_PEOPLE": "3"}).most_people == 3


@pytest.mark.parametrize("most", ["0", "-1", "1001", "9" * 5000, "dix", "1.5", "３", "10 "])
def test_how_many_people_a_mentor_walks_with_is_a_number_in_range(most):
    assert "from 1 to 1000" in refusal(MOST_PEOPLE=most)


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http", "３０００", "3000 "])
def test_a_port_is_a_number_in_range(port):
    assert f"PORT={port}" in refusal(PORT=port)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.20", "carnet.example", "10.0.0.1"])
def test_beyond_this_machine_tls_is_required(host):
    assert "TLS_CERT" in refusal(HOST=host)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.0.0.9", "::1"])
def test_this_machine_needs_no_tls(host):
    assert Settings.read({"HOST": host}).listens_here_only


def test_a_proxy_in_front_speaks_tls():
    settings = Settings.read({"HOST": "0.0.0.0", "PUBLIC_URL": "https://carnet.example/"})
    assert settings.origins() == ("https://carnet.example",)
    assert settings.secure
    assert not settings.speaks_tls


def test_a_proxy_may_use_another_port():
    assert (
        Settings.read({"PUBLIC_URL": "https://carnet.example:8443"}).address == "https://carnet.example:8443"
    )


def test_the_server_itself_may_speak_tls(certificate):
    settings = Settings.read({"HOST": "carnet.example", "PORT": "443", **certificate})
    assert settings.origins() == ("https://carnet.example",)
    assert settings.secure


def test_tls_on_this_machine(certificate):
    settings = Settings.read({"PORT": "3443", **certificate})
    assert settings.origins() == ("https://localhost:3443", "https://127.0.0.1:3443")


def test_an_address_of_version_six_is_bracketed(certificate):
    assert Settings.read({"HOST": "2001:db8::1", **certificate}).address == "https://[2001:db8::1]:3000"


def test_every_address_at_once_needs_the_one_people_use(certificate):
    assert "PUBLIC_URL" in refusal(HOST="0.0.0.0", **certificate)


def test_half_of_tls_is_refused(certificate):
    assert "TLS_KEY" in refusal(TLS_CERT=certificate["TLS_CERT"])
    assert "TLS_CERT" in refusal(TLS_KEY=certificate["TLS_KEY"])


def test_a_missing_certificate_is_told(tmp_path, certificate):
    assert "TLS_CERT" in refusal(**{**certificate, "TLS_CERT": str(tmp_path / "absent")})
    assert "TLS_KEY" in refusal(**{**certificate, "TLS_KEY": str(tmp_path)})


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_certificate_is_told(certificate):
    Path(certificate["TLS_KEY"]).chmod(0)
    assert "TLS_KEY" in refusal(**certificate)


@pytest.mark.parametrize(
    "address",
    [
        "http://carnet.example",
        "carnet.example",
        "https://",
        "https://carnet.example/app",
        "https://a:b@carnet.example",
        "https://carnet.example:port",
        "https://carnet.example?x",
        "https://carnet.example#x",
        "https://[carnet",
    ],
)
def test_the_public_address_is_a_bare_https_one(address):
    assert "PUBLIC_URL" in refusal(PUBLIC_URL=address)


@pytest.mark.check("E5")
@pytest.mark.parametrize(
    "address",
    [
        "http://meteo.example",
        "javascript:alert(1)",
        "meteo.example",
        'https://a.example/"',
        "https://é.example",
    ],
)
def test_leaving_leads_to_an_https_address(address):
    assert "EXIT_URL" in refusal(EXIT_URL=address)


def test_the_exit_address_can_be_chosen():
    assert (
        Settings.read({"EXIT_URL": "https://meteo.example/carte?x=1"}).exit_url
        == "https://meteo.example/carte?x=1"
    )


@pytest.mark.parametrize("name", ["REDIS_URL", "REFLEX_REDIS_URL"])
def test_redis_is_refused(name):
    assert name in refusal(**{name: "redis://localhost"})


@pytest.mark.check("D7")
def test_nothing_reports_to_anybody():
    assert rxconfig.config.telemetry_enabled is False
    assert rxconfig.config.show_built_with_reflex is False


def test_the_state_is_kept_in_memory_and_only_own_pages_may_ask():
    assert rxconfig.config.state_manager_mode == "memory"
    assert set(rxconfig.config.cors_allowed_origins) == set(Settings().origins())
