"""What a Chromium profile keeps, unpacked: its HTTP cache, its LevelDB stores, and each file as it lies.

The formats are those of Chromium's "simple" disk cache (net/disk_cache/simple) and of LevelDB's tables
(table_format.md in its sources).
"""

import struct
from collections.abc import Iterator
from pathlib import Path

import cramjam

_ENTRY_HEAD, _ENTRY_MAGIC = struct.Struct("<QLLLL"), 0xFCFB6D1BA7725C30
_STREAM_END = struct.pack("<Q", 0xF4FA6F45970D41D8)
_TABLE_END, _TABLE_MAGIC = 48, 0xDB4775248B80FB57
_TRAILER, _SNAPPY = 5, 1
PACKED_AS = (cramjam.brotli, cramjam.gzip, cramjam.deflate, cramjam.zstd)


def contents(profile: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield each file below *profile* with what it holds, as it lies there and unpacked."""
    for file in sorted(each for each in profile.rglob("*") if each.is_file()):
        raw = file.read_bytes()
        yield file, raw
        for unpacked in (*_cached_body(raw), *_table(raw)):
            yield file, unpacked


def _cached_body(raw: bytes) -> Iterator[bytes]:
    if len(raw) < _ENTRY_HEAD.size or _ENTRY_HEAD.unpack_from(raw)[0] != _ENTRY_MAGIC:
        return
    begin = _ENTRY_HEAD.size + _ENTRY_HEAD.unpack_from(raw)[2]
    end = raw.find(_STREAM_END, begin)
    body = raw[begin : end if end >= 0 else None]
    for way in PACKED_AS:
        try:
            yield bytes(way.decompress(body))
        except cramjam.DecompressionError:
            continue


def _table(raw: bytes) -> Iterator[bytes]:
    """Yield the blocks of a LevelDB table; a file that is none has none."""
    if len(raw) < _TABLE_END or struct.unpack("<Q", raw[-8:])[0] != _TABLE_MAGIC:
        return
    _, at = _handle(raw, len(raw) - _TABLE_END)
    (offset, size), _ = _handle(raw, at)
    for handle in _values(_block(raw, offset, size)):
        (offset, size), _ = _handle(handle, 0)
        yield _block(raw, offset, size)


def _block(raw: bytes, offset: int, size: int) -> bytes:
    packed = raw[offset + size] == _SNAPPY
    block = raw[offset : offset + size]
    return bytes(cramjam.snappy.decompress_raw(block)) if packed else block


def _handle(raw: bytes, at: int) -> tuple[tuple[int, int], int]:
    offset, at = _number(raw, at)
    size, at = _number(raw, at)
    return (offset, size), at


def _number(raw: bytes, at: int) -> tuple[int, int]:
    number = shift = 0
    while True:
        byte = raw[at]
        number |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:  # the last one
            return number, at


def _values(block: bytes) -> Iterator[bytes]:
    """Yield the values of a block's entries, which stand before its list of restarts."""
    end = len(block) - 4 * (struct.unpack("<L", block[-4:])[0] + 1)
    at = 0
    while at < end:
        _, at = _number(block, at)
        own, at = _number(block, at)
        size, at = _number(block, at)
        at += own
        yield block[at : at + size]
        at += size
