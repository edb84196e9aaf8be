"""Who works here, who is invited, and counts."""

import reflex as rx

from lifeplan_app import routes
from lifeplan_app.components.shell import lock_button
from lifeplan_app.components.team import (
    MemberParts,
    figure,
    member_row,
    people_table,
    question_row,
    row_button,
)
from lifeplan_app.pages.codes import code_for_member, codes, invite_button, invite_form
from lifeplan_app.pages.frame import loading, private_page
from lifeplan_app.state.invited import InvitedState
from lifeplan_app.state.session import word
from lifeplan_app.state.team import Count, MemberRow, TeamState

_TITLE = "team-people"


def team_page() -> rx.Component:
    """Return the page."""
    return private_page(
        routes.TEAM,
        rx.el.header(
            rx.el.h1(word("team.place"), class_name="topbar__title", tab_index=-1),
            lock_button(word("lock")),
            class_name="topbar",
        ),
        rx.el.main(
            rx.cond(TeamState.loaded, rx.fragment(_figures(), _people(), codes()), loading()),
            class_name="page page--wide",
            id="main",
        ),
    )


def _figures() -> rx.Component:
    return rx.el.section(
        rx.el.h2(word("team.figures"), id="team-figures"),
        rx.el.ul(rx.foreach(TeamState.counts, _figure), class_name="figures"),
        rx.el.p(word("team.few"), class_name="hint"),
        class_name="section",
        aria_labelledby="team-figures",
    )


def _figure(count: rx.Var[Count]) -> rx.Component:
    return figure(count.number, word("team.count." + count.name))


def _people() -> rx.Component:
    heads = [word(f"team.head.{name}") for name in ("name", "role", "standing")]
    return rx.el.section(
        invite_button(_TITLE),
        rx.cond(InvitedState.asking, invite_form()),
        code_for_member(),
        people_table(_TITLE, heads, word("team.head.acts"), rx.foreach(TeamState.rows, _member)),
        class_name="section",
        aria_labelledby=_TITLE,
    )


def _member(row: rx.Var[MemberRow]) -> rx.Component:
    standing = word("team.standing." + row.standing)
    parts = MemberParts(
        initial=row.initial,
        shape=row.shape,
        name=row.name,
        place=row.place,
        role=word("team.role." + row.role),
        standing=rx.cond(row.standing == "invited", standing + " " + row.until, standing),
    )
    return rx.fragment(
        member_row(parts, _act(row)),
        rx.cond((row.id != "") & (TeamState.asked == row.id), _question(row)),
        key=row.id + row.tag,
    )


def _act(row: rx.Var[MemberRow]) -> rx.Component:
    close = row_button(
        word("team.close"), row.name, TeamState.ask(row.id), aria_expanded=TeamState.asked == row.id
    )
    return rx.fragment(
        rx.match(
            row.standing,
            ("own", rx.fragment()),
            ("closed", row_button(word("team.reopen"), row.name, TeamState.reopen(row.id))),
            ("invited", rx.cond(row.tag != "", _revoke(row))),
            close,
        )
    )


def _revoke(row: rx.Var[MemberRow]) -> rx.Component:
    return row_button(word("team.revoke"), row.name, InvitedState.revoke(row.tag, row.expires))


def _question(row: rx.Var[MemberRow]) -> rx.Component:
    return question_row(
        row.name,
        word("team.close.ask"),
        word("team.close.text"),
        _button(word("team.close"), "btn btn--secondary", TeamState.close(row.id)),
        _button(word("team.close.leave"), "btn btn--quiet", TeamState.ask(row.id)),
    )


def _button(words: rx.Var[str], look: str, on_click: rx.event.EventSpec) -> rx.Component:
    return rx.el.button(words, type="button", class_name=look, on_click=on_click)
