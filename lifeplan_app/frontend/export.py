"""One run of Reflex's export, in a process of its own: ``python -m lifeplan_app.frontend.export``.

Reflex's command line would also write files beside the sources (requirements.txt, .gitignore and
more) whenever ``.web`` is missing; the two steps it takes are called here without that.
"""

from reflex.utils.export import export
from reflex.utils.prerequisites import (
    assert_in_reflex_dir,
    initialize_frontend_dependencies,
    initialize_reflex_user_directory,
)
from reflex_base import constants


def main() -> None:
    """Compile the pages, install what they need, and build them under ``.web``."""
    assert_in_reflex_dir()
    initialize_reflex_user_directory()
    initialize_frontend_dependencies()
    export(zipping=False, env=constants.Env.PROD)


if __name__ == "__main__":
    main()
