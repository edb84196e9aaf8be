import subprocess
import sys

PROGRAM = """
import importlib, pkgutil, sys
import lifeplan_app.core
for module in pkgutil.walk_packages(lifeplan_app.core.__path__, "lifeplan_app.core."):
    importlib.import_module(module.name)
print(*sorted(name for name in sys.modules if name.split(".")[0] in {"reflex", "reflex_base", "starlette"}))
"""


def test_the_core_needs_no_web_framework():
    run = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []
