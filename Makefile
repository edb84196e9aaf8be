# `make run` serves the app; `make test` proves it. Both work on a fresh clone: they make .venv
# themselves, from the lock files, with whatever package mirror this machine is set up to use.
.DELETE_ON_ERROR:
.PHONY: run demo invitation build test lint format unit browser bench audit lock clean

VENV := .venv
PY := $(VENV)/bin/python
# The first Python here that is new enough. PYTHON=… chooses another.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
INSTALL := $(PY) -m pip install -qq --disable-pip-version-check --require-hashes --no-deps

run: $(VENV)/.ready
	@exec $(PY) -m lifeplan_app serve

demo: $(VENV)/.ready
	@exec $(PY) -m lifeplan_app demo

invitation: $(VENV)/.ready
	@$(PY) -m lifeplan_app invitation

build: $(VENV)/.ready
	@$(PY) -m lifeplan_app build

test: $(VENV)/.ready-dev
	@$(PY) tests/tools/check.py

lint: $(VENV)/.ready-dev
	@$(PY) tests/tools/check.py lint

unit: $(VENV)/.ready-dev
	@$(PY) tests/tools/check.py unit

browser: $(VENV)/.ready-dev
	@$(PY) tests/tools/check.py browser

format: $(VENV)/.ready-dev
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

bench: $(VENV)/.ready-dev
	@missed=0; for each in benchmarks/*.py; do echo "== $$each"; $(PY) $$each || missed=1; done; exit $$missed

# Known weaknesses of what is locked; asks the network, so it is no part of the tests.
audit: $(VENV)/.ready-dev
	@$(PY) -m pip_audit --requirement requirements.lock --disable-pip --require-hashes

# Renews both lock files. They name no registry: the hashes alone say what may be installed.
LOCK := $(PY) -m uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate
lock: $(VENV)/.ready-dev
	@$(LOCK) --output-file requirements.lock
	@$(LOCK) --group dev --constraint requirements.lock --output-file requirements-dev.lock

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "Python 3.11 or newer is needed: install it, or say PYTHON=/path/to/python3."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "$(PYTHON) cannot make a virtual environment: install its venv package (Debian: python3-venv)."; exit 1; }

$(VENV)/.ready: requirements.lock | $(PY)
	@echo "Installing what the app needs into $(VENV) …"
	@$(INSTALL) --requirement requirements.lock
	@touch $@

$(VENV)/.ready-dev: requirements-dev.lock | $(PY)
	@echo "Installing what the app and its tests need into $(VENV) …"
	@$(INSTALL) --requirement requirements-dev.lock
	@touch $@ $(VENV)/.ready

clean:
	rm -rf $(VENV) .web .cache .coverage .hypothesis .pytest_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
