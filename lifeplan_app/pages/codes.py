"""Codes that let somebody in: asked for, shown once, listed, revoked."""

import reflex as rx

from lifeplan_app.components.team import (
    choice_between,
    code_once,
    head_with_button,
    one_line,
    row_button,
    said_at,
    unused_code,
)
from lifeplan_app.model.account import Role
from lifeplan_app.state.invited import InvitedState, UnusedCode
from lifeplan_app.state.session import word

_FORM, _TEAM, _PLANS = "invite", "team-invite", "team-make"
_INVITED = [Role.CASEWORKER.value, Role.MENTOR.value]


def invite_button(title: str) -> rx.Component:
    """Return the head of the team, whose button asks whom to invite."""
    return head_with_button(title, word("team.people"), "add", word("team.invite"), InvitedState.start, _TEAM)


def invite_form() -> rx.Component:
    """Return the form that asks for whom of the team a code is."""
    said = said_at(_FORM, "name", InvitedState.said)
    return rx.el.form(
        one_line(_FORM, "name", word("team.form.name"), word("team.form.name.hint"), said, first=True),
        one_line(_FORM, "place", word("team.form.place"), word("team.form.place.hint")),
        choice_between(
            "role", word("team.form.role"), [(each, word(f"team.form.role.{each}")) for each in _INVITED]
        ),
        rx.el.div(
            rx.el.button(word("team.form.make"), type="submit", class_name="btn btn--primary"),
            rx.el.button(
                word("team.form.close"),
                type="button",
                class_name="btn btn--quiet",
                on_click=InvitedState.start,
            ),
            class_name="btns",
        ),
        class_name="panel",
        auto_complete="off",
        no_validate=True,
        on_submit=InvitedState.invite,
        custom_attrs={"data-focus": _TEAM},
    )


def code_for_member() -> rx.Component:
    """Return the code for somebody of the team, while it shows."""
    title = rx.el.h3(
        word("team.code.for"), " ", rx.el.span(InvitedState.name, custom_attrs={"translate": "no"})
    )
    return rx.cond(_shows_code & (InvitedState.name != ""), _code(_TEAM, title))


def codes() -> rx.Component:
    """Return the codes for plans: a new one, how many nobody has used yet, and each of those."""
    return rx.el.section(
        head_with_button(
            "team-codes", word("team.codes"), "add", word("team.codes.new"), InvitedState.make, _PLANS
        ),
        rx.cond(_shows_code & (InvitedState.name == ""), _code(_PLANS, rx.el.h3(word("team.code")))),
        rx.el.p(word("team.codes.text"), class_name="soft"),
        rx.el.p(word("team.codes.number"), " ", rx.el.b(InvitedState.number)),
        rx.cond(
            InvitedState.unused.length() > 0,
            rx.el.ul(rx.foreach(InvitedState.unused, _unused), class_name="rows"),
        ),
        class_name="section",
        aria_labelledby="team-codes",
    )


_shows_code = InvitedState.code.length() > 0


def _code(focuses: str, title: rx.Component) -> rx.Component:
    return code_once(
        focuses,
        title,
        rx.foreach(InvitedState.code, _group),
        [word("team.code.once"), word("team.code.until") + " " + InvitedState.until + "."],
        word("team.code.done"),
        InvitedState.put_away,
    )


def _group(group: rx.Var[str]) -> rx.Component:
    return rx.el.span(group)


def _unused(code: rx.Var[UnusedCode]) -> rx.Component:
    return unused_code(
        code.tag,
        word("team.codes.until") + " " + code.until,
        rx.cond(
            code.tag != "",
            row_button(word("team.revoke"), code.tag, InvitedState.revoke(code.tag, code.expires)),
        ),
        key=code.tag + code.expires,
    )
