import subprocess

import pytest
from babel.messages.catalog import Message

from tests.tools import catalogues, check, chromium, promises


def messages(**texts):
    return {key: Message(key, text) for key, text in texts.items()}


class TestCatalogues:
    def test_the_projects_own_agree(self, capsys):
        assert catalogues.main() == 0
        assert "agree" in capsys.readouterr().out

    @pytest.mark.parametrize(
        ("other", "fault"),
        [
            (messages(a="A"), "en: b is missing"),
            (messages(a="A", b="{n} B", c="C"), "en: c is not in fr"),
            (messages(a=" ", b="{n} B"), "en: a is empty"),
            (messages(a="A", b="B"), "en: b has other places"),
            ({**messages(b="{n} B"), "a": Message("a", "A", flags=["fuzzy"])}, "en: a is marked as fuzzy"),
        ],
    )
    def test_each_difference_is_a_fault(self, other, fault):
        found = catalogues.faults_of("en", {"fr": messages(a="À", b="{n} B"), "en": other})
        assert len(found) == 1
        assert found[0].startswith(fault)


class TestPromises:
    def test_the_list_has_an_id_and_a_title_each(self):
        titles = promises.titles()
        assert {"E1", "D7", "S10", "K13", "P9", "W7", "R5", "T6"} <= set(titles)
        assert all(titles.values())

    def test_those_without_a_test_are_told(self, tmp_path, capsys):
        (tmp_path / "unit").write_text("E1\nK4", encoding="utf-8")
        (tmp_path / "browser").write_text("E2", encoding="utf-8")
        promises.report(tmp_path)
        told = capsys.readouterr().out
        assert f"3 of {len(promises.titles())}" in told
        assert " E3  " in told
        assert " K4  " not in told


class TestChromium:
    @pytest.fixture
    def machine(self, monkeypatch):
        """A machine where Chromium comes with the command given to the fixture, or never."""
        ran = []
        state = {"comes_with": None, "apt": True}

        def quietly(*command):
            ran.append(command)

        def find():
            return "/chromium" if any(state["comes_with"] in command for command in ran) else None

        monkeypatch.setattr(chromium, "_quietly", quietly)
        monkeypatch.setattr(chromium, "find", find)
        monkeypatch.setattr(chromium.shutil, "which", lambda _: "/usr/bin/apt-get" if state["apt"] else None)
        monkeypatch.setattr(chromium.os, "geteuid", lambda: 0)
        return state, ran

    def test_debians_is_installed_where_that_is_possible(self, machine):
        state, ran = machine
        state["comes_with"] = "install"
        assert chromium.ensure()
        assert [command[:2] for command in ran] == [("apt-get", "update"), ("apt-get", "install")]

    def test_playwrights_own_is_tried_next(self, machine):
        state, ran = machine
        state.update(comes_with="playwright", apt=False)
        assert chromium.ensure()
        assert len(ran) == 1

    def test_else_a_sentence_says_what_is_missing(self, machine, capsys):
        assert not chromium.ensure()
        assert "install the package `chromium`" in capsys.readouterr().out


class TestRunningEverything:
    @pytest.fixture
    def parts(self, monkeypatch, tmp_path):
        ran = []

        def part(group, name, code):
            return check.Part(group, name, lambda: ran.append(name) or code)

        monkeypatch.setattr(
            check, "PARTS", (part("lint", "rules", 1), part("unit", "units", 0), part("browser", "pages", 0))
        )
        monkeypatch.setattr(check, "PROVED", tmp_path / "proved")
        return ran

    def test_every_part_runs_and_one_failure_fails_the_run(self, parts, capsys):
        assert check.main([]) == 1
        assert parts == ["rules", "units", "pages"]
        assert "Failed: rules" in capsys.readouterr().out

    def test_a_group_runs_alone(self, parts, capsys):
        assert check.main(["unit"]) == 0
        assert parts == ["units"]
        assert "All held." in capsys.readouterr().out

    def test_a_servers_settings_do_not_reach_the_tests(self, monkeypatch):
        monkeypatch.setenv("PORT", "1")
        monkeypatch.setenv("REDIS_URL", "redis://x")
        assert not {"PORT", "REDIS_URL"} & set(check.environment())

    def test_a_tool_tells_how_it_went(self):
        assert check.tool("this_module_is_not_there")() != 0


def test_a_mark_that_names_no_promise_stops_the_run(tmp_path):
    (tmp_path / "test_it.py").write_text(
        "import pytest\n\n@pytest.mark.check('Z9')\ndef test_it(): pass\n", encoding="utf-8"
    )
    run = subprocess.run(
        [
            check.sys.executable,
            "-m",
            "pytest",
            "-c",
            "pyproject.toml",
            "--rootdir=.",
            "-p",
            "tests.conftest",
            tmp_path,
        ],
        cwd=check.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode != 0
    assert "Z9" in run.stderr
