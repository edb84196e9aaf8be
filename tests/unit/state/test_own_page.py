"""Her own page: her strengths, and her words for what the app calls otherwise."""

import pytest

from lifeplan_app.core import adding
from lifeplan_app.i18n import say
from lifeplan_app.model.account import Language
from lifeplan_app.model.labels import RENAMEABLE
from lifeplan_app.model.text import MAX_LABEL
from lifeplan_app.state.keep import KeepState
from lifeplan_app.state.labels import GROUPS, LabelsState
from lifeplan_app.state.me import MeState
from lifeplan_app.state.order import OrderState
from lifeplan_app.state.plan import PlanState
from lifeplan_app.state.said import SaidState
from lifeplan_app.state.session import SessionState
from lifeplan_app.state.steps import FieldState
from lifeplan_app.state.strengths import StrengthsState
from lifeplan_app.state.undo import UndoState
from tests.unit.state.conftest import settled
from tests.unit.state.page import Page

STRENGTHS = ["Je parle trois langues", "Je ne lâche pas", "Je sais écouter"]
KEY, PLACE = "plan.title", "label:plan.title"


@pytest.fixture
async def own(app, written):
    """Her own page, with three strengths on it."""
    for text in STRENGTHS:
        written.do(adding.add_strength, text)
    page = Page(app, written.entered.cookie)
    assert await page.call(MeState.load) is None
    return page


async def strengths(page):
    return [row.text for row in (await page.shows(StrengthsState)).rows]


async def row_of(page, key=KEY):
    groups = (await page.shows(LabelsState)).rows
    return next(row for rows in groups.values() for row in rows if row.key == key)


async def said(page):
    return (await page.shows(UndoState)).said


async def word(page, key=KEY):
    return (await page.shows(SessionState)).own[key]


def typed(way, place, text, turn=1, **rest):
    return {"way": way, "place": place, "text": text, "version": 0, "turn": turn, **rest}


# --- strengths ---------------------------------------------------------------------------------


async def test_her_strengths_show_in_her_order(own):
    assert await strengths(own) == STRENGTHS
    assert not (await own.shows(StrengthsState)).adding


@pytest.mark.check("T6")
async def test_a_strength_is_added_and_taken_back(own):
    await own.call(StrengthsState.start_adding)
    await own.call(KeepState.keep, [typed("add", "strength", "Je ris fort", once="1")])
    assert await strengths(own) == [*STRENGTHS, "Je ris fort"]
    await own.call(UndoState.take_back)
    assert await strengths(own) == STRENGTHS
    await own.call(StrengthsState.stop_adding)
    assert not (await own.shows(StrengthsState)).adding


async def test_what_was_being_typed_opens_its_field_again(app, own, written):
    await own.call(KeepState.keep, [typed("draft", "strength", "Je r")])
    anew = Page(app, written.entered.cookie, "anew")
    await anew.call(MeState.load)
    shown = await anew.shows(StrengthsState)
    assert (shown.adding, shown.typed) == (True, "Je r")


@pytest.mark.check("T6")
async def test_a_strength_is_changed_in_place_and_taken_back(own):
    first = (await own.shows(StrengthsState)).rows[0].id
    await own.call(FieldState.open_field, first)
    field = await own.shows(FieldState)
    assert field.text == STRENGTHS[0]
    await own.call(KeepState.keep, [typed("write", first, "Je parle quatre langues", version=field.version)])
    assert (await strengths(own))[0] == "Je parle quatre langues"
    await own.call(UndoState.take_back)
    assert await strengths(own) == STRENGTHS


@pytest.mark.check("T6")
async def test_a_strength_finds_another_place_and_is_deleted_and_both_can_be_taken_back(own):
    last = (await own.shows(StrengthsState)).rows[2].id
    await own.call(OrderState.nudge, last, -1)
    assert await strengths(own) == [STRENGTHS[0], STRENGTHS[2], STRENGTHS[1]]
    await own.call(UndoState.take_back)
    assert await strengths(own) == STRENGTHS
    await own.call(StrengthsState.remove, last)
    assert (await strengths(own), await said(own)) == (STRENGTHS[:2], "undo.strength_gone")
    await own.call(UndoState.take_back)
    assert await strengths(own) == STRENGTHS


async def test_a_page_is_put_back_with_the_strength_she_was_in(app, own, written):
    first = (await own.shows(StrengthsState)).rows[0]
    anew = Page(app, written.entered.cookie, "after a restart")
    await anew.call(MeState.load)
    await anew.call(KeepState.resume, "", first.id)
    assert (await anew.shows(FieldState)).text == first.text
    assert (await anew.shows(KeepState)).resumed == 1
    assert not (await anew.shows(PlanState)).loaded


# --- her words ---------------------------------------------------------------------------------


def test_everything_that_can_be_renamed_is_offered_once():
    offered = [key for keys in GROUPS.values() for key in keys]
    assert sorted(offered) == sorted(RENAMEABLE)


@pytest.mark.check("T6")
async def test_her_word_shows_at_once_in_every_window_and_can_be_taken_back(app, own, written):
    other = Page(app, written.entered.cookie, "another window")
    await other.call(PlanState.load)
    before = await word(other)
    await own.call(KeepState.keep, [typed("write", PLACE, " Mes projets ")])
    await settled()
    assert await word(own) == await word(other) == "Mes projets"
    row = await row_of(own)
    assert (row.text, row.renamed, row.late) == ("Mes projets", True, "")
    await own.call(UndoState.take_back)
    await settled()
    assert await word(own) == await word(other) == before


@pytest.mark.check("T6")
async def test_the_apps_word_comes_back_by_a_button_and_that_can_be_taken_back(own):
    await own.call(KeepState.keep, [typed("write", PLACE, "Mes projets")])
    await own.call(LabelsState.take_back, KEY)
    assert (await word(own), await said(own)) == ("Mon plan", "undo.word")
    await own.call(UndoState.take_back)
    assert await word(own) == "Mes projets"


@pytest.mark.parametrize("blank", ["", "   ", "\n\t"])
async def test_a_blank_word_is_the_apps_own(own, blank):
    await own.call(KeepState.keep, [typed("write", PLACE, "Mes projets"), typed("write", PLACE, blank, 2)])
    assert await word(own) == "Mon plan"
    assert (await row_of(own)).text == ""


async def test_a_reset_of_what_has_no_word_of_hers_offers_nothing(own):
    await own.call(LabelsState.take_back, KEY)
    assert await said(own) == ""


@pytest.mark.check("S2")
async def test_a_word_that_is_not_finished_is_a_draft_and_names_nothing(app, own, written):
    await own.call(KeepState.keep, [typed("draft", PLACE, "Mes proj")])
    anew = Page(app, written.entered.cookie, "anew")
    await anew.call(MeState.load)
    row = await row_of(anew)
    assert (row.text, row.renamed, row.late) == ("Mes proj", False, "draft")
    assert await word(anew) == "Mon plan"
    await anew.call(KeepState.keep, [typed("write", PLACE, "Mes projets", 2)])
    assert written.read().drafts == {}


@pytest.mark.check("W7")
@pytest.mark.parametrize("text", ["x" * 61, "x" * 10_001, "🌱" * 61])
async def test_a_word_that_is_too_long_is_refused_at_its_field_and_stays(own, text):
    await own.call(KeepState.keep, [typed("draft", PLACE, text[:10_000]), typed("write", PLACE, text, 2)])
    beside = (await own.shows(SaidState)).beside[PLACE]
    assert beside == say(Language.FRENCH, "error.label_too_long")
    assert (await row_of(own)).text == text[:10_000]
    assert await word(own) == "Mon plan"


@pytest.mark.check("W7")
@pytest.mark.parametrize(
    "text", ["<b>Mes</b> projets", "مشاريعي", "🌱" * MAX_LABEL, "\u200bprojets\u202e", "{0} %s"]
)
async def test_a_word_is_kept_as_typed(own, text):
    await own.call(KeepState.keep, [typed("write", PLACE, text)])
    assert await word(own) == text


@pytest.mark.check("S6")
async def test_only_what_is_offered_can_be_renamed(own, written):
    for key in ("exit.name", "nothing", ""):
        await own.call(KeepState.keep, [typed("write", f"label:{key}", "x", 10 + len(key))])
        await own.call(LabelsState.take_back, key)
    assert written.read().labels == {}
    assert (await own.shows(SessionState)).t["exit.name"] == "Quitter"
