"""What an item of a board shows, made of what the State tells of it."""

import reflex as rx

from lifeplan_app.components.board import Face
from lifeplan_app.state.board_views import ItemView
from lifeplan_app.state.session import word, word_of


def face_of(row: rx.Var[ItemView]) -> Face:
    """Return what an item shows; an image that she has not described says at least what it is."""
    untold = rx.match(
        row.kind,
        ("shape", _word_of_shape(row.shape)),
        word("board.photo.untold"),
    ).to(str)
    return Face(
        kind=row.kind,
        look=row.look,
        text=row.text,
        told=rx.cond(row.told != "", row.told, untold),
        photo=row.photo,
        sources=row.sources,
        sizes=row.sizes,
        shape=row.shape,
        mark=row.mark,
    )


def _word_of_shape(shape: rx.Var[str]) -> rx.Var[str]:
    """Return the word for a pictogram that is known only when the page shows."""
    return word_of("board", "board.shape." + shape)
