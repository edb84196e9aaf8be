"""Records kept in clear: what the price of sealing is measured against."""

from lifeplan_app.crypto.memory import Row
from lifeplan_app.model.ids import RecordId
from lifeplan_app.model.plan import Record
from lifeplan_app.store.codec import decode, encode
from lifeplan_app.store.records import Records


class ClearRecords(Records):
    """The same rows, with bodies that anyone can read."""

    def _sealed(self, record: Record) -> bytes:
        return encode(record)

    def _opened(self, row: Row) -> Record:
        record_id, version, body = row
        return decode(body, RecordId(record_id), version)
