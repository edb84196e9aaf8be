"""Putting values into a State so that a window is sent what differs, and no more."""

from reflex.state import BaseState


def put(state: BaseState, **values: object) -> None:
    """Put *values* into the vars of these names; one that is equal already is left alone.

    The framework sends whatever was assigned, the same value again too, and a list whole.
    """
    for name, value in values.items():
        if getattr(state, name) != value:
            setattr(state, name, value)
