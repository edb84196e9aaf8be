from datetime import date

import pytest

from lifeplan_app.i18n.dates import day_in_words, day_leaf
from lifeplan_app.model.account import Language

FRENCH, ENGLISH = Language.FRENCH, Language.ENGLISH
TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("day", "language", "leaf"),
    [
        (date(2026, 12, 5), FRENCH, ("5", "déc.")),
        (date(2026, 12, 5), ENGLISH, ("5", "Dec")),
        (date(2026, 8, 1), FRENCH, ("1", "août")),
        (date(2027, 1, 19), FRENCH, ("19", "janv. 2027")),
        (date(2025, 12, 31), ENGLISH, ("31", "Dec 2025")),
        (date.min, FRENCH, ("1", "janv. 1")),
        (date.max, ENGLISH, ("31", "Dec 9999")),
    ],
)
def test_a_leaf_names_the_year_where_it_is_another(day, language, leaf):
    assert day_leaf(day, TODAY, language) == leaf


@pytest.mark.parametrize(
    ("day", "language", "words"),
    [
        (TODAY, FRENCH, "Samedi 21 novembre"),
        (TODAY, ENGLISH, "Saturday 21 November"),
        (date(2027, 1, 1), FRENCH, "Vendredi 1er janvier"),
        (date(2027, 1, 1), ENGLISH, "Friday 1 January"),
    ],
)
def test_a_day_stands_in_words_over_a_page(day, language, words):
    assert day_in_words(day, language) == words
