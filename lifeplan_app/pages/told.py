"""What a private page tells by itself: an offer to undo, a refusal, the lock ahead, no connection."""

import reflex as rx

from lifeplan_app.components.html import for_script, icon
from lifeplan_app.i18n import say
from lifeplan_app.model.account import Language
from lifeplan_app.state.notice import NoticeState
from lifeplan_app.state.session import word
from lifeplan_app.state.undo import UndoState


def told() -> list[rx.Component]:
    """Return where the page tells it; a sheet, which lies over the page, has its own."""
    return [_undo_offer(), _notice(), _soon()]


def _undo_offer() -> rx.Component:
    return rx.el.div(
        rx.cond(
            UndoState.said != "",
            rx.el.div(
                rx.el.span(word(UndoState.said)),
                rx.el.button(
                    icon("undo", small=True, flips=True),
                    word("undo.back"),
                    type="button",
                    class_name="btn btn--quiet",
                    on_click=UndoState.take_back,
                    custom_attrs={"aria-keyshortcuts": "Control+Z Meta+Z"},
                ),
                rx.el.button(
                    icon("close"),
                    type="button",
                    class_name="iconbtn",
                    aria_label=word("undo.hide"),
                    on_click=UndoState.let_stand(UndoState.mark),
                ),
                class_name="toast",
                key=UndoState.mark,
                custom_attrs={"data-undo": UndoState.mark},
            ),
        ),
        role="status",
    )


def _notice() -> rx.Component:
    return rx.el.div(
        rx.cond(
            NoticeState.text != "",
            rx.el.div(
                rx.el.span(NoticeState.text),
                rx.el.button(
                    icon("close"),
                    type="button",
                    class_name="iconbtn",
                    aria_label=word("close"),
                    on_click=NoticeState.read,
                ),
                class_name=rx.cond(NoticeState.calm, "toast toast--calm", "toast toast--notice"),
                key=NoticeState.told.to(str),
            ),
        ),
        role="alert",
    )


def _soon() -> rx.Component:
    """Return the warning that comes before the lock; ``lock.js`` shows it, and any act puts the lock off."""
    return rx.el.div(
        rx.el.div(
            rx.el.span(word("soon.text"), custom_attrs={"data-soon-if": "kept"}),
            rx.el.span(word("soon.away"), hidden=True, custom_attrs={"data-soon-if": "waits"}),
            rx.el.button(word("soon.stay"), type="button", class_name="btn btn--soft"),
            class_name="toast toast--soon",
            hidden=True,
            custom_attrs={"data-soon": ""},
        ),
        role="alert",
    )


def away() -> rx.Component:
    """Return the calm line of a page that reaches nobody; its words are in the page, as there is nobody else.

    ``away.js`` shows the one in the language of the page.
    """
    return rx.el.div(
        rx.el.p(
            icon("offline"),
            rx.el.span(custom_attrs=for_script("data-away-text")),
            class_name="banner banner--away",
            hidden=True,
            custom_attrs={
                "data-away-line": "",
                **{f"data-{language}": say(language, "public.away.line") for language in Language},
            },
        ),
        role="status",
    )
