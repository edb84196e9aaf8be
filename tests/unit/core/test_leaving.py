"""The page that leaving leads to: what is taken, and what is refused."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeplan_app.core.leaving import LONGEST, check_address
from lifeplan_app.model.errors import ExitAddressError
from lifeplan_app.model.leaving import SITES

pytestmark = pytest.mark.check("E5")


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("meteo.fr", "https://meteo.fr/"),
        ("  HTTPS://Meteo.FR/paris  ", "https://meteo.fr/paris"),
        ("https://meteo.fr:443/?ville=lyon#haut", "https://meteo.fr/?ville=lyon"),
        ("straße.de", "https://xn--strae-oqa.de/"),  # as browsers read it, not as strasse.de
        ("例え。jp", "https://xn--r8jz45g.jp/"),
        ("https://a--b.r3---sn.fr/", "https://a--b.r3---sn.fr/"),
        ("https://météo.fr/demain à".replace(" ", "%20"), "https://xn--mto-bmab.fr/demain%20%C3%A0"),
        *((address, address) for address in SITES.values()),
    ],
)
def test_an_ordinary_address_is_taken_in_one_spelling(typed, address):
    assert check_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "la météo",
        "meteo",
        "http://meteo.fr",
        "javascript:alert(1)",
        "data:text/html,x",
        "//meteo.fr",
        "https://",
        "https://localhost/",
        "https://nadia@meteo.fr",
        "https://nadia:secret@meteo.fr",
        "https://meteo.fr:8443/",
        "https://meteo.fr:x/",
        "meteo.fr:80",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://a.0x7f/",
        "https://1.0x7f/",
        "https://xn--a.fr/",
        "https://-meteo.fr/",
        "https://meteo..fr/",
        "https://meteo.fr/\u202e",
        "https://meteo.fr/'x",
        "https://" + "x" * 64 + ".fr",
        "https://meteo.fr/" + "x" * LONGEST,
        "https://meteo.fr/" + "é" * 200,
    ],
)
def test_what_is_no_https_address_of_a_site_is_refused(typed):
    with pytest.raises(ExitAddressError):
        check_address(typed)


@given(typed=st.one_of(st.text(), st.text().map(lambda rest: f"https://meteo.fr{rest}")))
def test_whatever_is_typed_is_refused_or_becomes_a_plain_https_address(typed):
    try:
        address = check_address(typed)
    except ExitAddressError:
        return
    parts = urlsplit(address)
    assert (parts.scheme, parts.username, parts.port) == ("https", None, None)
    assert "." in (parts.hostname or "")
    assert address.isascii()
    assert len(address) <= LONGEST
    assert check_address(address) == address
