"""What a cover needs for its first paint, written into its page: it waits for nothing but the page itself."""

from pathlib import Path
from typing import Final

from lifeplan_app import routes
from lifeplan_app.model.errors import ConfigurationError

STYLE: Final = "cover.css"
SCRIPT: Final = "cover.js"


def inline_heads(static: Path) -> None:
    """Put the covers' style and first script into their pages below *static*, and remove the two files.

    The policy allows both by their hashes, as it does the framework's own inline scripts.

    Raises:
        ConfigurationError: A cover's page does not ask for them as expected.
    """
    style, script = (static / name for name in (STYLE, SCRIPT))
    parts = {
        f'<link rel="stylesheet" href="/{STYLE}">': f"<style>{style.read_text(encoding='utf-8')}</style>",
        f'<script src="/{SCRIPT}"></script>': f"<script>{script.read_text(encoding='utf-8')}</script>",
    }
    for address in routes.covers():
        page = static / address.lstrip("/") / "index.html"
        html = page.read_text(encoding="utf-8")
        for asked, part in parts.items():
            if html.count(asked) != 1:
                raise ConfigurationError(f"The cover at {address} must hold {asked} once.")
            html = html.replace(asked, part)
        page.write_text(html, encoding="utf-8")
    style.unlink()
    script.unlink()
