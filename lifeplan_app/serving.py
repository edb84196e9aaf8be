"""Serving the built pages and the socket on one port, in one process.

One process, because the keys of those signed in live in its memory and nowhere else: when it ends,
by whatever means, nothing is left behind that could still open anything.
"""

import asyncio
import gc
import logging
import os
import signal
import socket
import sys
import traceback
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Final

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.embed import Server
from starlette.types import ASGIApp, Receive, Scope, Send

from lifeplan_app.frontend.build import PACKAGE, reflex_environment
from lifeplan_app.frontend.places import ROOT, inline_hashes
from lifeplan_app.model.errors import ConfigurationError
from lifeplan_app.settings import Settings
from lifeplan_app.web.headers import SecurityHeaders

LOG: Final = logging.getLogger("lifeplan_app")
APP: Final = "lifeplan_app.lifeplan_app"
SWITCH_SECONDS: Final = 0.0002
# Reflex's own two switches for serving without compiling; internal, hence only here, and tested.
SERVE_BUILT: Final = {
    "__REFLEX_SKIP_COMPILE": "true",
    "__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "true",
}


def prepare_reflex() -> None:
    """Set what Reflex reads, and drop what it would read besides.

    Any of its settings can be overridden from the environment, the origins that may connect and
    where the state is kept among them; a stray variable must not open this server.
    """
    for name in [name for name in os.environ if name.lstrip("_").startswith("REFLEX_")]:
        del os.environ[name]
    os.environ.update({**reflex_environment(), **SERVE_BUILT})
    os.chdir(ROOT)
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))


def refuse_taken_port(settings: Settings) -> None:
    """Make sure that nobody else listens where this server is to listen.

    The server's own socket would share the port without a word.

    Raises:
        ConfigurationError: The port is taken, or the address is none of this machine's.
    """
    try:
        family, kind, _, _, address = socket.getaddrinfo(
            settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except PermissionError:
        raise ConfigurationError(f"PORT={settings.port} may not be used by this account.") from None
    except OSError as error:
        raise ConfigurationError(
            f"HOST={settings.host} with PORT={settings.port} cannot be listened on "
            f"({error.strerror}): set PORT to another number."
        ) from None


def serve(settings: Settings, ready: Callable[[], None]) -> None:
    """Serve until SIGINT or SIGTERM; *ready* is called as soon as the port answers."""
    prepare_reflex()
    os.environ["DATA"] = str(settings.data)  # the app reads the settings again, now from another folder
    # Not `asyncio.run`: it would wait for what is left, and an answer that nobody takes any more may be.
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    loop.run_until_complete(_serve(settings, ready))


async def _serve(settings: Settings, ready: Callable[[], None]) -> None:
    # Around all of it: the framework answers some requests before they reach anything of ours.
    app = SecurityHeaders(import_module(APP).app(), settings, inline_hashes())
    _share_the_processor()
    server = Server(
        telling_little(app),
        address=settings.host,
        port=settings.port,
        interface=Interfaces.ASGI,
        ssl_cert=settings.tls_cert,
        ssl_key=settings.tls_key,
        log_level=LogLevels.error,
        log_access=False,
    )
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, server.stop)
    watching = asyncio.create_task(_call_when_open(settings, ready))
    await server.serve()
    watching.cancel()


def _share_the_processor() -> None:
    """Let nobody wait long for what is done for somebody else in this process.

    A thread that opens a large plan hands over within a fifth of a millisecond, not of five: a tick
    asks for its turn some forty times, after each word with SQLite. And no collection of garbage
    looks through what was imported: that took a tenth of a second each time.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.freeze()


def telling_little(app: ASGIApp) -> ASGIApp:
    """Return *app* with its faults logged by kind and place: a traceback's text may hold what people wrote.

    What is merely cancelled, as every open socket is when the server ends, is no fault.
    """

    async def outermost(scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await app(scope, receive, send)
        except asyncio.CancelledError:
            return
        except Exception as fault:  # noqa: BLE001  (whatever it is, the server above would print all of it)
            LOG.error("A request failed: %s", place(fault))  # noqa: TRY400

    return outermost


def place(fault: BaseException) -> str:
    """Return the kind of *fault*, where in this project it came from, and where below that it was raised."""
    frames = [frame for frame in traceback.extract_tb(fault.__traceback__) if frame.filename != __file__]
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(PACKAGE)]
    places = dict.fromkeys(f"{Path(each.filename).name}:{each.lineno}" for each in (*ours[-1:], *frames[-1:]))
    return f"{type(fault).__name__} at {' < '.join(places)}" if places else type(fault).__name__


async def _call_when_open(settings: Settings, ready: Callable[[], None]) -> None:
    while True:
        try:
            _, writer = await asyncio.open_connection(settings.host, settings.port)
        except OSError:
            await asyncio.sleep(0.02)
        else:
            writer.close()
            ready()
            return
