"""Sizes that tell little: everything sealed is first brought to one of a few lengths."""

from bisect import bisect_left

from lifeplan_app.model.errors import SealError

BUCKETS = (256, 1024, 4096, 16_384, 65_536)
"""Bytes, the four of the length included; beyond the last, multiples of it."""

_LENGTH_BYTES = 4


def pad(data: bytes) -> bytes:
    """Return *data* with its length before it and zeros behind it, as long as its bucket."""
    counted = len(data).to_bytes(_LENGTH_BYTES, "big") + data
    return counted.ljust(_bucket(len(counted)), b"\0")


def unpad(padded: bytes) -> bytes:
    """Return what was given to `pad`.

    Raises:
        SealError: `pad` never returned this. To be called on authenticated bytes only, where
            this can happen to nobody but a writer with the key: it is not an oracle.
    """
    end = _LENGTH_BYTES + int.from_bytes(padded[:_LENGTH_BYTES], "big")
    data = padded[_LENGTH_BYTES:end]
    if pad(data) != padded:
        raise SealError
    return data


def _bucket(size: int) -> int:
    at = bisect_left(BUCKETS, size)
    if at < len(BUCKETS):
        return BUCKETS[at]
    largest = BUCKETS[-1]
    return -(-size // largest) * largest
