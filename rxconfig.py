"""How Reflex builds and runs the app. Nothing here depends on the machine it is built on."""

import reflex as rx

from lifeplan_app.frontend.plugin import PagesPlugin
from lifeplan_app.settings import Settings

config = rx.Config(
    app_name="lifeplan_app",
    # Only this server's own pages may talk to it; web/ refuses foreign sockets besides.
    cors_allowed_origins=list(Settings.read().origins()),
    # Every other manager writes the state, the cookie included, in clear.
    state_manager_mode=rx.constants.StateManagerMode.MEMORY,
    telemetry_enabled=False,
    show_built_with_reflex=False,
    # What our own scripts need. A plugin that named it would have it in every page, used or not.
    frontend_packages=["qr@0.7.0"],
    frontend_compression_formats=["brotli", "gzip"],
    disable_plugins=[rx.plugins.SitemapPlugin],  # no page of this app wants to be found
    plugins=[PagesPlugin()],
)
