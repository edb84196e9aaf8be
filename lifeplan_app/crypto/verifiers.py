"""Verifiers: what a slot shows so that a passphrase can be recognised. The one user of passlib."""

from typing import Protocol, cast

from passlib.handlers.argon2 import argon2  # pyright: ignore[reportMissingTypeStubs]

from lifeplan_app.model.errors import ParameterError


class _Hasher(Protocol):
    def hash(self, secret: bytes) -> str: ...
    def verify(self, secret: bytes, hash: str) -> bool: ...  # noqa: A002 - passlib's name


# What is verified is 256 bits of HKDF output: there is nothing to guess, and so nothing to slow
# down. The dear hash came before, once for both slots. This is passlib's cheapest setting.
_SETTING = "$argon2id$v=19$m=8,t=1,p=1$"
_hasher = cast("_Hasher", argon2.using(type="ID", time_cost=1, memory_cost=8, parallelism=1))  # pyright: ignore[reportUnknownMemberType]


def verifier(auth: bytes) -> str:
    """Return what `check` recognises *auth* by, in passlib's own form.

    Args:
        auth: 32 bytes that look random; never a passphrase.
    """
    return _hasher.hash(auth)


def check(auth: bytes, known: str) -> bool:
    """Tell whether *known* is the verifier of *auth*.

    Raises:
        ParameterError: *known* is not in the one allowed setting; a row could otherwise ask this
            machine for all of its memory.
    """
    if not known.startswith(_SETTING):
        raise ParameterError
    try:
        return _hasher.verify(auth, known)
    except (TypeError, ValueError):  # what follows the setting is no hash
        return False
