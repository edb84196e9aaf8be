"""``python -m tests.tools.imports``: import-linter, which has no module of its own to run."""

from importlinter.cli import lint_imports_command

if __name__ == "__main__":
    lint_imports_command()
