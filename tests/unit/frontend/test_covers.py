"""The covers' files: words, names, weight."""

import json
import re
from itertools import product
from typing import cast

import pytest

from lifeplan_app import routes
from lifeplan_app.frontend import covers
from lifeplan_app.frontend.covers import SCRIPTS, cover_page, manifest, write_covers
from lifeplan_app.frontend.places import ALONE, ROOT
from lifeplan_app.i18n.names import NAMES, name_of
from lifeplan_app.model.account import Cover, Language
from tests.unsaid import gives_away

ALL = list(product(Cover, Language))
MOST = 40_000


@pytest.fixture(scope="module")
def static(tmp_path_factory):
    folder = tmp_path_factory.mktemp("client")
    write_covers(folder)
    return folder


def page(static, cover, language):
    return (static / routes.cover(cover, language).strip("/") / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("cover", "language"), ALL)
def test_each_cover_has_a_page_in_each_language(static, cover, language):
    html = page(static, cover, language)
    assert f'<html lang="{language}" dir="ltr">' in html
    other = Language.ENGLISH if language is Language.FRENCH else Language.FRENCH
    own_way, other_way = (routes.visited(routes.public("open", each)) for each in (language, other))
    assert f'"{own_way}"' in html
    assert f'"{other_way}"' not in html
    assert "${" not in html


@pytest.mark.check("D3")
@pytest.mark.parametrize(("cover", "language"), ALL)
def test_a_cover_is_small_and_loads_nothing_of_the_framework(static, cover, language):
    html = page(static, cover, language)
    loaded = set(re.findall(r'(?:src|href)="/([^"]+\.[a-z]+)"', html))
    files = {name for name in loaded if not name.startswith("names/")}
    scripts = {"cover.js", *(f"{name}.js" for name in SCRIPTS[cover])}
    kind = cover.name.lower()
    assert files == {"cover.css", f"icons/{kind}.svg", f"icons/{kind}-192.png", *scripts}
    weight = len(html.encode()) + sum((ROOT / "assets" / name).stat().st_size for name in files - scripts)
    # The scripts as they are written: shortened they are half of it.
    assert weight + sum((ROOT / "assets" / name).stat().st_size for name in scripts) // 2 < MOST


@pytest.mark.parametrize(("cover", "language"), ALL)
def test_a_cover_holds_no_script_and_no_style(static, cover, language):
    html = page(static, cover, language)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\bsrc=)|javascript:", html)


@pytest.mark.check("D1")
def test_no_cover_and_no_manifest_gives_the_app_away(static):
    files = [file for file in static.rglob("*") if file.is_file()]
    assert len(files) == len(ALL) * (1 + len(NAMES))
    for file in files:
        assert gives_away(f"{file.relative_to(static)} {file.read_text(encoding='utf-8')}") == []


@pytest.mark.check("D4")
def test_each_name_is_an_app_of_its_own(static):
    read = {}
    for cover, language, number in product(Cover, Language, NAMES):
        file = static / routes.manifest_address(cover, number, language).strip("/")
        said = json.loads(file.read_text(encoding="utf-8"))
        assert said == manifest(cover, number, language)
        assert said["name"] == said["short_name"] == name_of(cover, number, language)
        assert said["start_url"] == routes.cover(cover, language)
        assert said["lang"] == language
        read[said["id"]] = said["name"], said["lang"]
    assert len(read) == len(set(read.values())) == len(ALL) * len(NAMES)


@pytest.mark.check("D4")
@pytest.mark.parametrize("cover", Cover)
def test_its_icons_are_there_and_as_large_as_they_say(cover):
    icons = cast("list[dict[str, str]]", manifest(cover, 1, Language.FRENCH)["icons"])
    assert {(icon["sizes"], icon["purpose"]) for icon in icons} == {
        (size, purpose) for size in ("192x192", "512x512") for purpose in ("any", "maskable")
    }
    for icon in icons:
        picture = (ROOT / "assets" / icon["src"].lstrip("/")).read_bytes()
        width, height = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))
        assert f"{width}x{height}" == icon["sizes"]


def test_the_scripts_of_the_covers_stay_files_of_their_own():
    assert {"cover", *SCRIPTS[Cover.NOTEBOOK], *SCRIPTS[Cover.CALCULATOR]} < set(ALONE)


def test_a_word_that_is_missing_stops_the_build(monkeypatch):
    monkeypatch.setattr(covers, "_words", lambda _: {})
    with pytest.raises(KeyError):
        cover_page(Cover.NOTEBOOK, Language.FRENCH)
