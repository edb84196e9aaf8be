"""What this project does to Reflex's build: before Vite runs, and when it is done."""

from pathlib import Path
from typing import Any

from reflex_base.constants import Endpoint, Templates
from reflex_base.plugins import Plugin

from lifeplan_app.frontend.brought import bundle_brought
from lifeplan_app.frontend.covers import write_covers
from lifeplan_app.frontend.finish import finish
from lifeplan_app.frontend.inline import inline_heads
from lifeplan_app.frontend.places import INLINE_HASHES, VERSION, WEB
from lifeplan_app.frontend.shorten import join_scripts, shorten_scripts
from lifeplan_app.frontend.socket_address import with_own_address

CLIENT = "utils/state.js"


class PagesPlugin(Plugin):
    """Makes the built pages independent of the address they are served at, and finishes them."""

    def pre_compile(self, **context: Any) -> None:  # noqa: ANN401  (Reflex's own signature)
        """Have the client's module written with addresses of the page's own."""
        context["add_save_task"](_client)

    def update_env_json(self, **_context: Any) -> dict[str, Any]:  # noqa: ANN401
        """Return the paths that stand in the bundle where Reflex would put whole addresses."""
        return {endpoint.name: f"/{endpoint.value}" for endpoint in Endpoint}

    def post_build(self, *, static_dir: Path, **_context: Any) -> None:  # noqa: ANN401
        """Finish the files under *static_dir*; Reflex compresses them afterwards."""
        shorten_scripts(static_dir, WEB)
        join_scripts(static_dir)
        bundle_brought(static_dir, WEB)
        write_covers(static_dir)
        inline_heads(static_dir)
        finish(static_dir, INLINE_HASHES, VERSION)


def _client() -> tuple[str, str]:
    template = Path(Templates.Dirs.WEB_TEMPLATE) / CLIENT
    return CLIENT, with_own_address(template.read_text(encoding="utf-8"))
