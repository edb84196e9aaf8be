"""Offering a passphrase that is good and kind to type."""

from lifeplan_app.crypto import passphrases
from lifeplan_app.model.account import Language


def offer(language: Language) -> str:
    """Return six words of *language*, drawn by chance."""
    return passphrases.generate(language.value)
