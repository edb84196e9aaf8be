"""Keys, places and texts that the tests of this folder share."""

from hypothesis import strategies as st

from lifeplan_app.crypto.passwords import Parameters
from lifeplan_app.crypto.records import Place
from lifeplan_app.crypto.slots import Credential, Grant, SlotTable
from lifeplan_app.model.ids import AccountId, VaultId

KEY = bytes(range(32))
PEPPER = b"p" * 32
SALT = b"s" * 16
SHRED = b"x" * 32

PLACE = Place(schema=1, table="record", id="a row", vault="a vault", version=7)

QUICK = {9: Parameters(memory=8, iterations=1, lanes=1)}
"""An allow-list for tests, which stretch many passphrases and protect nobody."""

GRANT = Grant(VaultId("J7vbVyGk1HcpyvHyBzbGMw"), b"k" * 32, key_position=1, recovery_position=0)

texts = st.text(st.one_of(st.characters(), st.sampled_from("\ud83d\udc9c\udfff").map(str)), max_size=300)
"""Anything a keyboard, or a broken one, can send: halves of characters too."""


def credential(stretched=b"t" * 64, shred=SHRED, table=SlotTable.KEY, account="her account"):
    return Credential(table, AccountId(account), stretched, shred)


def with_flipped_bit(data: bytes, index: int, bit: int) -> bytes:
    return data[:index] + bytes((data[index] ^ 1 << bit,)) + data[index + 1 :]
