# Two commands matter: `make run` and `make test`. The rest serves them. Nothing here needs more than
# Python >= 3.11 with venv, npm, make and the package indexes that pip and npm already know.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
DATABASE := var/luocdo.db
FRONT := service/static/manifest.json

SEEDS := $(shell find seeds -type f -not -name '*.pyc' 2>/dev/null)
WEB := $(shell find web -type f -not -path 'web/node_modules/*' 2>/dev/null)
READERS := $(wildcard graph/extraction/*.py graph/extraction/*/*.py graph/resolution/*.py graph/model/*.py)
COMPILED := $(VENV)/.compiled
BENCHMARKS := $(sort $(wildcard benchmarks/*.py))

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export LUOCDO_HOST ?= $(HOST)
export LUOCDO_PORT ?= $(PORT)

.PHONY: help run demo test lint types imports plain pytest front fresh compiled lock bench docker clean
.DELETE_ON_ERROR:

help: ## Show the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

run: fresh $(DATABASE) $(FRONT) ## Build the demo graph if it is missing or older than seeds/, and serve it
	$(BIN)/luocdo serve --database $(DATABASE)

demo: ## Build the demo graph from nothing
	rm -f $(DATABASE) && $(MAKE) $(DATABASE)

test: lint types imports plain pytest ## Everything that must pass before a change lands

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

imports: $(VENV)/.dev
	$(BIN)/lint-imports

# What reads and decides is tested as plain Python, too.
plain: $(VENV)/.dev
	rm -f $(COMPILED) && $(BIN)/python compiled.py --plain
	$(BIN)/pytest tests/extraction tests/resolution

pytest: $(VENV)/.dev $(FRONT) $(COMPILED)
	$(BIN)/pytest $(PYTEST_ARGS)

# Nobody is served by what was compiled from older sources.
fresh: | $(BIN)/python
	@$(BIN)/python compiled.py --fresh

compiled: $(COMPILED) ## Compile what reads and decides: texts are then read 1.3 times as fast

front: $(FRONT) ## Build what the browser loads: styles, fonts, scripts

lock: $(VENV)/.dev ## Resolve pyproject.toml into the hashed locks
	$(LOCK) --extra build -o requirements.lock
	$(LOCK) --extra build --extra compile --extra dev -c requirements.lock -o requirements-dev.lock
	printf '%s\n' mypy setuptools | $(UV) - -c requirements-dev.lock -o requirements-compile.lock

bench: $(VENV)/.dev $(COMPILED) ## Run every benchmark
	@set -e; for file in $(BENCHMARKS); do echo "== $$file"; $(BIN)/python $$file; done

docker: ## Build the image
	docker build -t luocdo .

clean: ## Remove what make made: the environment, the demo graph, caches
	rm -rf $(VENV) var dist service/static web/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find graph -name '*.so' -delete
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

UV = $(BIN)/uv pip compile -q --generate-hashes --universal --python-version 3.11 \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate
LOCK = $(UV) pyproject.toml

# One environment: the development lock is a superset of the runtime lock, version by version.
$(BIN)/python:
	@$(PYTHON) -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "make: $(PYTHON) must be Python 3.11 or later with venv (Debian: apt-get install python3-venv)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# The build backend is in the lock too, so that nothing unpinned is fetched to install ourselves.
INSTALL = $(BIN)/python -m pip install -q --require-hashes -r $< && \
	$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e . && touch $@

$(VENV)/.runtime: requirements.lock pyproject.toml | $(BIN)/python
	$(INSTALL)

$(VENV)/.dev: requirements-dev.lock pyproject.toml | $(BIN)/python
	$(INSTALL)

# Beside the sources, before which Python takes them: after a change they must be compiled again.
$(COMPILED): compiled.py $(READERS) | $(VENV)/.dev
	$(BIN)/python compiled.py
	touch $@

# What the browser loads is built from web/ with the packages of its lock; nothing of it is committed.
web/node_modules/.package-lock.json: web/package.json web/package-lock.json web/.npmrc
	@command -v npm >/dev/null || { echo "make: npm is missing: the pages' styles and scripts are built with it" \
	  "(Debian: apt-get install npm; Node.js 20.19 or later). 'make run FRONT=' serves plain pages without." >&2; exit 1; }
	cd web && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@

$(FRONT): web/node_modules/.package-lock.json $(WEB)
	cd web && npm run --silent check && npm run --silent build -- --logLevel error
	touch $@

# Built aside and moved into place, so that a failed build leaves the graph that was there. One that
# is replaced, with whatever else was read into it, stays as *.before.
$(DATABASE): $(SEEDS) $(VENV)/.runtime | fresh
	$(BIN)/luocdo demo --force --database $@.new
	@if [ -e $@ ]; then mv -f $@ $@.before; rm -f $@-wal $@-shm; echo "kept the former graph as $@.before"; fi
	mv $@.new $@
