"""The slow passphrase hash: one at a time, on a thread of its own."""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import RLock
from typing import ParamSpec, TypeVar

from lifeplan_app.crypto import passwords

P = ParamSpec("P")
T = TypeVar("T")


class Hasher:
    """Runs what hashes passphrases, one after the other.

    64 MiB a run: many at once would take the machine's memory away from everybody.

    Attributes:
        parameters: The allow-listed id for new accounts, and for names that nobody has.
        turn: Held by a use case from its look at the slots until its sessions are opened or ended,
            so that no sign-in with an old passphrase slips past the change of it.
    """

    def __init__(
        self,
        parameters: int = passwords.CURRENT,
        allowed: Mapping[int, passwords.Parameters] = passwords.ALLOWED,
    ) -> None:
        """Hash at the cost that *allowed* gives; only tests bring another list than the code's."""
        self.parameters = parameters
        self.turn = RLock()
        self._allowed = allowed
        self._lane = ThreadPoolExecutor(max_workers=1, thread_name_prefix="hasher")

    async def run(self, use_case: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what *use_case* returns; it waits for its turn without holding the event loop.

        Meant for the use cases of `core.accounts` as a whole:
        ``await house.hasher.run(sign_in, house, client, name=…, passphrase=…)``.

        Raises:
            CarnetError: What the use case refuses.
        """
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._lane, partial(use_case, *args, **kwargs))

    def stretch(self, passphrase: str, salt: bytes, pepper: bytes, parameters: int) -> bytes:
        """Return the stretched passphrase (64 bytes); blocks until it is this caller's turn.

        Raises:
            ParameterError: The parameters are not in the allow-list.
        """
        with self.turn:
            return passwords.stretch(passphrase, salt, pepper, parameters, allowed=self._allowed)

    def close(self) -> None:
        """End the thread, after what already waits."""
        self._lane.shutdown()
