import hashlib
import json
import re
from base64 import b64decode
from pathlib import Path

import pytest
from reflex_base.constants import Endpoint, Templates

from lifeplan_app.frontend import brought, build, finish, inline, places, shorten
from lifeplan_app.frontend.plugin import CLIENT, PagesPlugin
from lifeplan_app.frontend.socket_address import BUILT_ADDRESS, OWN_ADDRESS, SAME_DOMAIN, with_own_address
from lifeplan_app.model.account import Language
from lifeplan_app.model.errors import ConfigurationError
from lifeplan_app.settings import Settings

MINIFIER = """export const minifySync = (_name, text, { module }) => text.startsWith("let a") && !module
  ? { code: text.split("  //")[0], errors: [] }
  : { code: "", errors: [{ message: "no script" }] };"""
OWN_SOCKET = "var a=e=>new URL(e??t.PING,window.location.origin);"


@pytest.fixture
def static(tmp_path):
    """A built site with what a real one has."""
    files = {
        "index.html": '<!DOCTYPE html><html lang="fr"><head><script>a</script></head></html>',
        "plan.html": '<html><script src="/b.js">no</script></html>',
        "plan/index.html": '<html><script type="module">b\n</script></html>',
        "en.html": '<html lang="fr"><script>a</script></html>',
        "en/index.html": '<html lang="fr"></html>',
        "en/new/index.html": '<html lang="fr"></html>',
        "__spa-fallback.html": '<html lang="fr"></html>',
        "assets/context.js": f"{OWN_SOCKET}\n//# sourceMappingURL=context.js.map\n",
        "assets/context.js.map": "{}",
        "sw.js": 'const V = "__VERSION__"; const F = __PRECACHE__;',
        "icons/one.svg": "<svg/>",
    }
    for name, text in files.items():
        file = tmp_path / "client" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "client"


@pytest.fixture
def finished(static):
    finish.finish(static, static.parent / "hashes.json", static.parent / "version")
    return static


def text(static, name):
    return (static / name).read_text(encoding="utf-8")


class TestSocketAddress:
    def installed(self):
        return (Path(Templates.Dirs.WEB_TEMPLATE) / CLIENT).read_text(encoding="utf-8")

    def test_the_installed_client_is_the_one_that_is_known(self):
        changed = with_own_address(self.installed())
        assert OWN_ADDRESS in changed
        assert "SAME_DOMAIN_HOSTNAMES" not in changed
        assert len(changed) == len(self.installed()) - len(SAME_DOMAIN) - len(BUILT_ADDRESS) + len(
            OWN_ADDRESS
        )

    @pytest.mark.parametrize("part", [SAME_DOMAIN, BUILT_ADDRESS])
    def test_another_client_stops_the_build(self, part):
        with pytest.raises(ConfigurationError, match=r"state\.js"):
            with_own_address(self.installed().replace(part, part.replace("const ", "let ")))

    def test_a_client_with_two_such_functions_stops_the_build(self):
        with pytest.raises(ConfigurationError, match=r"state\.js"):
            with_own_address(self.installed() + BUILT_ADDRESS)

    def test_the_plugin_writes_the_client_and_paths_instead_of_addresses(self):
        tasks = []
        PagesPlugin().pre_compile(add_save_task=tasks.append)
        (task,) = tasks
        assert task() == (CLIENT, with_own_address(self.installed()))
        paths = PagesPlugin().update_env_json()
        assert paths["EVENT"] == "/_event"
        assert set(paths) == {endpoint.name for endpoint in Endpoint}


class TestFinishing:
    def test_the_plugin_finishes_what_was_built(self, static, monkeypatch):
        shortened = []
        monkeypatch.setattr(
            "lifeplan_app.frontend.plugin.shorten_scripts", lambda *them: shortened.append(them)
        )
        monkeypatch.setattr(
            "lifeplan_app.frontend.plugin.bundle_brought", lambda *them: shortened.append(them)
        )
        monkeypatch.setattr("lifeplan_app.frontend.plugin.INLINE_HASHES", static.parent / "hashes.json")
        monkeypatch.setattr("lifeplan_app.frontend.plugin.VERSION", static.parent / "version")
        for name in (inline.STYLE, inline.SCRIPT):
            (static / name).write_text("of the cover", encoding="utf-8")
        for name in places.SCRIPTS:
            (static / f"{name}.js").write_text("", encoding="utf-8")
        PagesPlugin().post_build(static_dir=static)
        assert (static / places.JOINED).is_file()
        assert shortened == [(static, places.WEB)] * 2
        assert set(json.loads(text(static.parent, "hashes.json"))) == {"script", "style"}
        assert "<style>of the cover</style>" in text(static, "calc/index.html")
        assert "<script>of the cover</script>" in text(static, "calc/index.html")
        assert not (static / inline.STYLE).exists()

    def test_a_script_whose_library_is_not_there_stops_the_build(self, static, tmp_path):
        with pytest.raises(ConfigurationError, match="bun build failed"):
            brought.bundle_brought(static, tmp_path)

    def test_a_cover_that_asks_for_something_else_stops_the_build(self, static):
        for name in (inline.STYLE, inline.SCRIPT):
            (static / name).write_text("of the cover", encoding="utf-8")
        with pytest.raises(ConfigurationError, match="cover at /"):
            inline.inline_heads(static)

    def test_what_is_no_script_is_not_shortened(self, static, tmp_path):
        minifier = tmp_path / "node_modules" / "rolldown"
        minifier.mkdir(parents=True)
        (minifier / "package.json").write_text('{"exports": {"./utils": "./utils.mjs"}}')
        (minifier / "utils.mjs").write_text(MINIFIER)
        own, bundled = static / "own.js", text(static, "assets/context.js")
        own.write_text("let a;  // words", encoding="utf-8")
        shorten.shorten_scripts(static, tmp_path)
        assert (text(static, "own.js"), text(static, "assets/context.js")) == ("let a;", bundled)
        assert finish.WORKER_VERSION in text(static, "sw.js")
        own.write_text("let = (", encoding="utf-8")
        with pytest.raises(ConfigurationError, match="no script"):
            shorten.shorten_scripts(static, tmp_path)

    def test_all_that_can_wait_is_one_script(self, tmp_path):
        alone = {*places.ALONE, Path(finish.WORKER).stem}
        own = {file.stem for file in (places.ROOT / "assets").glob("*.js")} - alone
        assert own == set(places.SCRIPTS)
        for name in places.SCRIPTS:
            (tmp_path / f"{name}.js").write_text(f"run('{name}');", encoding="utf-8")
        shorten.join_scripts(tmp_path)
        assert [file.name for file in tmp_path.iterdir()] == [places.JOINED]
        assert re.findall(r"run\('([a-z-]+)'\)", text(tmp_path, places.JOINED)) == list(places.SCRIPTS)
        with pytest.raises(ConfigurationError, match=r"forms\.js"):
            shorten.join_scripts(tmp_path)

    @pytest.mark.parametrize(
        ("page", "language"),
        [
            ("index.html", "fr"),
            ("plan/index.html", "fr"),
            ("en.html", "en"),
            ("en/index.html", "en"),
            ("en/new/index.html", "en"),
            ("__spa-fallback.html", "fr"),
        ],
    )
    def test_every_page_says_its_language_and_direction(self, finished, page, language):
        assert f'<html lang="{language}" dir="ltr" ' in text(finished, page)

    def test_a_page_without_the_tag_stops_the_build(self):
        with pytest.raises(ConfigurationError, match="<html>"):
            finish.in_language("<p>…</p>", Language.FRENCH)

    def test_no_source_map_is_left(self, finished):
        assert not list(finished.rglob("*.map"))
        assert text(finished, "assets/context.js").strip() == OWN_SOCKET

    def test_every_inline_script_has_its_hash_and_no_other(self, finished):
        sources = json.loads(text(finished.parent, "hashes.json"))["script"]
        digests = {b64decode(source.removeprefix("'sha256-").removesuffix("'")) for source in sources}
        assert digests == {hashlib.sha256(body).digest() for body in (b"a", b"b\n")}

    @pytest.mark.parametrize("address", ["http://localhost:8000/_event", "ws://127.0.0.1:3000"])
    def test_a_fixed_address_stops_the_build(self, static, address):
        (static / "assets" / "other.js").write_text(f"`{address}`", encoding="utf-8")
        with pytest.raises(ConfigurationError, match=r"other\.js"):
            finish.refuse_fixed_addresses(static)

    def test_a_bundle_without_the_pages_own_address_stops_the_build(self, static):
        (static / "assets" / "context.js").write_text("…", encoding="utf-8")
        with pytest.raises(ConfigurationError, match="the page's own"):
            finish.refuse_fixed_addresses(static)

    def test_the_worker_keeps_what_pages_need_under_the_address_a_visit_ends_at(self, finished):
        filled = text(finished, "sw.js")
        kept = json.loads(filled[filled.index("[") : filled.index("]") + 1])
        assert kept == ["/assets/context.js", "/en/", "/en/new/", "/icons/one.svg", "/", "/plan/"]

    def test_every_page_and_the_worker_bear_the_version_that_the_server_tells(self, finished, monkeypatch):
        monkeypatch.setattr(places, "VERSION", finished.parent / "version")
        assert f'= "{places.version()}";' in text(finished, "sw.js")
        pages = list(finished.rglob("*.html"))
        assert pages
        for page in pages:
            assert f' data-build="{places.version()}">' in page.read_text(encoding="utf-8")
        monkeypatch.setattr(places, "VERSION", finished.parent / "absent")
        assert places.version() == ""

    def test_another_build_is_another_version(self, static):
        version = finish._fingerprint(static, ["icons/one.svg"])
        (static / "icons" / "one.svg").write_text("<svg></svg>", encoding="utf-8")
        assert finish._fingerprint(static, ["icons/one.svg"]) != version

    def test_a_worker_without_its_places_stops_the_build(self, static):
        (static / "sw.js").write_text("…", encoding="utf-8")
        with pytest.raises(ConfigurationError, match=r"sw\.js"):
            finish.fill_worker(static, [], "one")

    def test_there_may_be_no_worker(self, static):
        (static / "sw.js").unlink()
        finish.fill_worker(static, [], "one")


class TestPlaces:
    def test_without_a_build_no_inline_script_is_allowed(self, tmp_path, monkeypatch):
        monkeypatch.setattr(places, "INLINE_HASHES", tmp_path / "absent")
        assert places.inline_hashes() == {}

    def test_the_hashes_are_what_the_build_wrote(self, finished, monkeypatch):
        monkeypatch.setattr(places, "INLINE_HASHES", finished.parent / "hashes.json")
        assert all(source.startswith("'sha256-") for source in places.inline_hashes()["script"])


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project folder of its own, with one page and an export that only leaves its mark."""
    package = tmp_path / "lifeplan_app"
    for name in ("core", "pages", "pages/__pycache__"):
        (package / name).mkdir(parents=True)
    (package / "pages" / "plan.py").write_text("1", encoding="utf-8")
    (package / "pages" / "__pycache__" / "plan.pyc").write_text("1", encoding="utf-8")
    (package / "core" / "plan.py").write_text("1", encoding="utf-8")
    (tmp_path / "rxconfig.py").write_text("1", encoding="utf-8")
    web = tmp_path / ".web"
    monkeypatch.setattr(build, "ROOT", tmp_path)
    monkeypatch.setattr(build, "PACKAGE", package)
    monkeypatch.setattr(build, "WEB", web)
    monkeypatch.setattr(build, "STATIC", web / "build" / "client")
    monkeypatch.setattr(build, "STAMP", web / "built-from")
    monkeypatch.setattr(build, "INLINE_HASHES", web / "inline-hashes.json")
    monkeypatch.setattr(build, "SCRATCH", tmp_path / ".cache")
    monkeypatch.setattr(build, "LOG", tmp_path / ".cache" / "build.log")
    return tmp_path


@pytest.fixture
def exports(project, monkeypatch):
    done = []

    def export():
        done.append(sorted(entry.name for entry in build.WEB.iterdir()) if build.WEB.is_dir() else [])
        build.STATIC.mkdir(parents=True)
        (build.WEB / "node_modules").mkdir(exist_ok=True)
        build.INLINE_HASHES.write_text("[]", encoding="utf-8")

    monkeypatch.setattr(build, "_export", export)
    return done


def start(**settings):
    said = []
    build.ensure_built(Settings(**settings), said.append)
    return said


class TestBuildingOnce:
    def test_the_second_start_builds_nothing(self, exports):
        assert len(start()) == 1
        assert start() == []
        assert len(exports) == 1

    @pytest.mark.parametrize("name", ["lifeplan_app/pages/plan.py", "rxconfig.py", "assets/app.css"])
    def test_a_changed_source_builds_again(self, project, exports, name):
        start()
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_text("2", encoding="utf-8")
        start()
        assert len(exports) == 2

    @pytest.mark.parametrize(
        "name", ["lifeplan_app/core/plan.py", "lifeplan_app/pages/__pycache__/plan.pyc", "README.md"]
    )
    def test_what_only_the_server_runs_builds_nothing(self, project, exports, name):
        start()
        (project / name).write_text("2", encoding="utf-8")
        start()
        assert len(exports) == 1

    def test_the_port_builds_nothing_and_the_exit_address_does(self, exports):
        start()
        start(port=3999)
        assert len(exports) == 1
        start(exit_url="https://meteo.example/")
        assert len(exports) == 2

    def test_a_new_build_starts_from_an_empty_folder_but_for_the_packages(self, project, exports):
        start()
        (build.WEB / "postcss.config.js").write_text("old", encoding="utf-8")
        (project / "rxconfig.py").write_text("2", encoding="utf-8")
        start()
        assert exports == [[], ["node_modules"]]

    def test_who_waited_for_another_build_does_not_build_again(self, exports, monkeypatch):
        answers = iter([False, True])
        monkeypatch.setattr(build, "is_built", lambda _: next(answers))
        start()
        assert exports == []

    def test_a_failed_build_says_why_and_is_tried_again(self, project):
        with pytest.raises(ConfigurationError, match="could not be built") as failed:
            start()  # there is no such package in this folder
        assert "No module named" in str(failed.value)
        assert not build.is_built(build.fingerprint(Settings()))


class TestEnvironmentOfABuild:
    def test_nothing_of_this_server_or_of_reflex_gets_in(self):
        machine = {
            "PATH": "/bin",
            "HOST": "x",
            "PORT": "1",
            "REFLEX_API_URL": "x",
            "__REFLEX_X": "1",
            "HTTPS_PROXY": "p",
        }
        environment = build.environment(machine)
        assert environment["HTTPS_PROXY"] == "p"
        assert environment["REFLEX_TELEMETRY_ENABLED"] == "false"
        assert not {"HOST", "PORT", "REFLEX_API_URL", "__REFLEX_X"} & set(environment)
        assert environment["PATH"].endswith(":/bin")

    @pytest.mark.parametrize("name", ["NPM_CONFIG_REGISTRY", "npm_config_registry"])
    def test_a_mirror_in_the_environment_is_used(self, name):
        assert build.registry({name: "https://mirror.example"}) == "https://mirror.example"

    def test_then_the_one_npm_knows(self, tmp_path, monkeypatch):
        npm = tmp_path / "npm"
        npm.write_text("#!/bin/sh\necho https://npm.example/\n", encoding="utf-8")
        npm.chmod(0o700)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
        assert build.registry({}) == "https://npm.example/"

    def test_then_the_one_of_the_home_folder_then_npms_own(self, tmp_path, monkeypatch):
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.setenv("HOME", str(tmp_path))
        assert build.registry({}) == build.DEFAULT_REGISTRY
        (tmp_path / ".npmrc").write_text("registry = https://home.example/\n", encoding="utf-8")
        assert build.registry({}) == "https://home.example/"
        (tmp_path / ".npmrc").write_text("fund=false\n", encoding="utf-8")
        assert build.registry({}) == build.DEFAULT_REGISTRY


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock", "reflex.lock/bun.lock"])
def test_no_lock_names_a_registry(lock):
    assert "://" not in (places.ROOT / lock).read_text(encoding="utf-8")
