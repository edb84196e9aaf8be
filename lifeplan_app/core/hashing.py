"""The slow passphrase hash: one at a time, on a thread of its own."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from lifeplan_app.crypto import passwords

P = ParamSpec("P")
T = TypeVar("T")


class Hasher:
    """Runs what hashes passphrases, one after the other.

    64 MiB a run: many at once would take the machine's memory away from everybody.
    """

    def __init__(self, parameters: int = passwords.CURRENT) -> None:
        """Use the allow-listed *parameters* for new accounts and for names nobody has."""
        self.parameters = parameters

    async def run(self, use_case: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what *use_case* returns; it waits for its turn without holding the event loop.

        Meant for the use cases of `core.accounts` as a whole:
        ``await house.hasher.run(sign_in, house, client, name=…, passphrase=…)``.
        """
        raise NotImplementedError

    def stretch(self, passphrase: str, salt: bytes, pepper: bytes, parameters: int) -> bytes:
        """Return the stretched passphrase (64 bytes); blocks until it is this caller's turn.

        Raises:
            ParameterError: The parameters are not in the allow-list.
        """
        raise NotImplementedError

    def close(self) -> None:
        """End the thread, after what already waits."""
