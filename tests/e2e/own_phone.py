"""A phone whose profile lies on the disk, as a real one's does: other windows of Chromium are incognito."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Playwright

from tests.e2e.conftest import CHROMIUM_ARGUMENTS
from tests.e2e.phone import SHAPE, Phone
from tests.e2e.server import Carnet
from tests.tools import chromium

# A page may offer to be installed at once, not only after half a minute of use.
OFFERS_AT_ONCE = "--bypass-app-banner-engagement-checks"


class OwnPhone(Phone):
    """A browser of its own, which keeps its profile; `rules` say where it finds other hosts.

    With ``--app=…`` among *more* its window is that of an installed app.
    """

    def __init__(
        self,
        playwright: Playwright,
        carnet: Carnet,
        profile: Path,
        rules: str,
        *more: str,
        **options: Any,
    ) -> None:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=chromium.find(),
            args=[*CHROMIUM_ARGUMENTS, OFFERS_AT_ONCE, rules, *more],
            **{**SHAPE, "base_url": carnet.url, "locale": "fr-FR", **options},
        )
        self._watch(context)
        self.page = context.pages[0]
