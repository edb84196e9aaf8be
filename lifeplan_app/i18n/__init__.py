"""Words: one gettext catalogue a language, French the source, and one way to look them up.

A message's id is a neutral key. Keys that begin with ``public.`` or stand in `SHARED` may be served
before sign-in and kept by a browser; every other one reaches a page only from the server, and only
after sign-in.
"""

from lifeplan_app.i18n.catalogue import (
    SHARED,
    direction,
    group_of,
    page_words,
    private_words,
    refusal_sentence,
    say,
)

__all__ = ["SHARED", "direction", "group_of", "page_words", "private_words", "refusal_sentence", "say"]
