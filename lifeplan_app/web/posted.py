"""What was posted: JSON from our script, or a plain form from a page without it."""

import json
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import Request

from lifeplan_app.core.typed import Typed
from lifeplan_app.model.account import Language

MOST_BYTES = 1_000_000
"""No form of ours comes near; a longer one is not read to its end."""


@dataclass(frozen=True, slots=True)
class Posted:
    """The fields of one form.

    Attributes:
        fields: By name; what is missing is empty.
        scripted: Whether our script posted it and reads the answer itself.
    """

    fields: dict[str, str]
    scripted: bool

    def get(self, name: str) -> str:
        """Return the field *name*, or nothing."""
        return self.fields.get(name, "")

    @property
    def language(self) -> Language:
        """The language of the page it was posted from."""
        said = self.get("language")
        return Language(said) if said in set(Language) else Language.FRENCH


async def read_body(request: Request) -> bytes | None:
    """Return the body of *request*, or nothing if it is longer than any form of ours."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            return None
    return bytes(body)


async def read_form(request: Request) -> Posted:
    """Return what was posted; whatever is malformed counts as empty."""
    scripted = request.headers.get("content-type", "").startswith("application/json")
    body = await read_body(request) or b""
    return Posted(_from_json(body) if scripted else _from_form(body), scripted)


def _from_json(body: bytes) -> dict[str, str]:
    try:
        sent = json.loads(body or b"{}")
    except ValueError:
        return {}
    if not isinstance(sent, dict):
        return {}
    return {str(name): value for name, value in sent.items() if isinstance(value, str)}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]


def _from_form(body: bytes) -> dict[str, str]:
    try:
        return dict(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=50))
    except ValueError:
        return {}


def read_unsaved(body: bytes | None) -> list[Typed]:
    """Return the fields that a page sent along when it was left; nothing if they are malformed."""
    try:
        sent = json.loads(body or b"[]")
    except ValueError:
        return []
    if not isinstance(sent, list):
        return []
    return [Typed.read(each) for each in sent if isinstance(each, dict)]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
