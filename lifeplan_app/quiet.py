"""Silence where a library would write what people typed, or their cookie, into a log."""

import logging
from typing import Final

from lifeplan_app.serving import LOG, place

_CHATTY: Final = (
    # Logs a malformed event with its payload, and one of an unknown name with the whole handshake.
    "reflex",
    "reflex_base",
    "socketio",
    "socketio.server",
    "engineio",
    "engineio.server",
    # Logs a task's exception with its message.
    "asyncio",
)


def hush() -> None:
    """Silence the loggers that quote what comes in; our own tell the kind and place of a fault."""
    for name in _CHATTY:
        logger = logging.getLogger(name)
        logger.handlers[:] = [logging.NullHandler()]
        logger.propagate = False
        logger.setLevel(logging.CRITICAL + 1)


def tell_fault(fault: BaseException) -> None:
    """Log the kind of *fault* and where it happened; its message may hold what somebody wrote."""
    LOG.error("A handler failed: %s", place(fault))
