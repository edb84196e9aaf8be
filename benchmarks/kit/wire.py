"""What comes over the wire when a browser that knows nothing opens a page."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page

from kit.browsers import phone

_LAST_WORD_MS = 1000  # after the network is quiet, for what begins late
_SMALL_FRAME, _MEDIUM_FRAME = 126, 65_536


@dataclass
class Answer:
    """One answer, as it came: with its headers, compressed."""

    path: str
    kind: str
    packed: str
    size: int = 0


@dataclass
class Visit:
    """All that one visit brought."""

    answers: dict[str, Answer] = field(default_factory=dict)
    frames: list[int] = field(default_factory=list)

    @property
    def files(self) -> int:
        return sum(each.size for each in self.answers.values())

    @property
    def socket(self) -> int:
        return sum(self.frames)

    @property
    def whole(self) -> int:
        return self.files + self.socket

    def by_kind(self) -> dict[str, list[Answer]]:
        """Return the answers by what they are, the heaviest kind first."""
        kinds: defaultdict[str, list[Answer]] = defaultdict(list)
        for each in self.answers.values():
            kinds[each.kind].append(each)
        return dict(sorted(kinds.items(), key=lambda kind: -sum(each.size for each in kind[1])))


def visit(browser: Browser, address: str, cookies: dict[str, str], is_there: Callable[[Page], None]) -> Visit:
    """Return what opening *address* brings to a phone without a service worker, as `opened` does."""
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(address))
    context = phone(browser, origin, cookies, service_workers="block")
    seen = opened(context, address, is_there)
    context.close()
    return seen


def opened(context: BrowserContext, address: str, is_there: Callable[[Page], None]) -> Visit:
    """Return what opening *address* brings, until *is_there* returns and the network is quiet.

    What a service worker asks for is not among it. The page stays open.
    """
    page = context.new_page()
    seen = Visit()
    wire = context.new_cdp_session(page)
    wire.on("Network.requestWillBeSent", lambda said: _redirected(seen, said))
    wire.on("Network.responseReceived", lambda said: _answered(seen, said))
    wire.on("Network.loadingFinished", lambda said: _finished(seen, said))
    wire.on("Network.webSocketHandshakeResponseReceived", lambda said: _upgraded(seen, said))
    wire.on("Network.webSocketFrameReceived", lambda said: _framed(seen, said))
    wire.send("Network.enable")
    page.goto(address)
    is_there(page)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(_LAST_WORD_MS)
    return seen


def _redirected(seen: Visit, said: dict[str, Any]) -> None:
    if answer := said.get("redirectResponse"):
        size = int(answer["encodedDataLength"])
        seen.answers[f"{said['requestId']} before"] = Answer(answer["url"], "Redirect", "", size)


def _answered(seen: Visit, said: dict[str, Any]) -> None:
    answer = said["response"]
    packed = {name.lower(): value for name, value in answer["headers"].items()}.get("content-encoding", "")
    seen.answers[said["requestId"]] = Answer(urlsplit(answer["url"]).path, said["type"], packed)


def _finished(seen: Visit, said: dict[str, Any]) -> None:
    if said["requestId"] in seen.answers:
        seen.answers[said["requestId"]].size = int(said["encodedDataLength"])


def _upgraded(seen: Visit, said: dict[str, Any]) -> None:
    seen.frames.append(len(said["response"].get("headersText", "")))


def _framed(seen: Visit, said: dict[str, Any]) -> None:
    length = len(said["response"]["payloadData"].encode())
    head = 2 if length < _SMALL_FRAME else 4 if length < _MEDIUM_FRAME else 10
    seen.frames.append(head + length)
