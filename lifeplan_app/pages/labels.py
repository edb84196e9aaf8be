"""Her words: everything that she may call otherwise."""

import reflex as rx

from lifeplan_app.components.labels import LabelParts, label_field, label_group
from lifeplan_app.state.labels import GROUPS, LabelRow, LabelsState
from lifeplan_app.state.said import SaidState
from lifeplan_app.state.session import word


def labels() -> rx.Component:
    """Return the fields of all of them."""
    return rx.el.div(
        rx.el.p(word("words.hint"), class_name="hint"),
        *(_group(name) for name in GROUPS),
        class_name="set__block set__block--words",
    )


def _group(name: str) -> rx.Component:
    rows = LabelsState.rows[name].to(list[LabelRow])
    return label_group(f"words-{name}", word(f"words.{name}"), rx.foreach(rows, _field))


def _field(row: rx.Var[LabelRow]) -> rx.Component:
    return label_field(
        LabelParts(
            key=row.key,
            place=row.place,
            app_word=word(row.key),
            text=row.text,
            renamed=row.renamed,
            late=row.late,
            refused=SaidState.beside[row.place],
        ),
        word("words.reset"),
        LabelsState.take_back(row.key),
    )
