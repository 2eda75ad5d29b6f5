# `make` lists what there is to do.  Each target sets up what it needs by itself, from hash-locked versions; what is
# set up already costs nothing.

PYTHON ?= python3
PORT   ?= 8000
VENV   := .venv
BIN    := $(VENV)/bin
NPM_CI := npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check
PYTEST := $(BIN)/python -m pytest

# What is set up is marked by an empty file, made last, so that what was interrupted is done again.
MADE    := $(VENV)/.made
SITE    := $(VENV)/.site
TOOLS   := $(VENV)/.test
NODE    := tests/node/node_modules/.package-lock.json
LIGHTHOUSE := bench/node/node_modules/.package-lock.json
MEASURE := .tools/measure
UV      := .tools/uv

export NO_MKDOCS_2_WARNING := 1
ifndef SOURCE_DATE_EPOCH
SOURCE_DATE_EPOCH := $(shell "$(PYTHON)" tools/last_change.py 2>/dev/null)
endif
export SOURCE_DATE_EPOCH

.PHONY: help serve build check quick test format schemas attack offline release measure verify bench shots card lock clean
.DEFAULT_GOAL := help

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' Makefile

serve: $(SITE)  ## the site on http://127.0.0.1:8000/, rebuilt as you edit; PORT=8001 chooses another port
	@$(BIN)/python -c 'import socket; socket.create_server(("127.0.0.1", $(PORT))).close()' 2>/dev/null || \
		{ echo "Port $(PORT) is in use or not allowed. Choose another: make serve PORT=8001" >&2; exit 1; }
	$(BIN)/python -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

build: $(SITE)  ## the site, strictly, into site/
	$(BIN)/python -m mkdocs build --strict

check: $(SITE)  ## the data alone, in under two seconds
	@$(BIN)/python hooks/check_data.py

quick: $(TOOLS) $(NODE)  ## what to run while working: data, rules, scripts, lookup, style; under a minute
	$(PYTEST) -n auto --dist loadgroup -m "not attack and not browser and not long and not slow" tests/data tests/lookup tests/scripts tests/repo

test: $(TOOLS) $(NODE)  ## everything that proves data, pages and scripts; UPDATE=1 rewrites the lists that follow from them
	$(BIN)/python tests/support/get_browser.py
	$(PYTEST) -n auto --dist loadgroup

format: $(TOOLS) $(NODE)  ## bring Python and JavaScript into the one format
	$(BIN)/python -m ruff check --quiet --fix --exit-zero hooks tests tools bench
	$(BIN)/python -m ruff format hooks tests tools bench
	cd tests/node && npx --no-install prettier --log-level warn --write ../../docs/scripts

schemas: $(TOOLS)  ## schemas/ from the model, and the line in each data file that names its schema
	UPDATE=1 $(PYTEST) tests/repo/test_schemas.py

# IDS="ws nginx" opens these alone, ONLY=libraries or ONLY=services one kind; UPDATE=1 remembers what was found, in
# data/verified.yml; NEWEST=1 lists what differs in the newest releases.
verify: $(TOOLS)  ## do constants, log texts and defaults still stand in their sources? MIRRORS=folder of git mirrors
	$(BIN)/python tools/verify.py --mirrors $(or $(MIRRORS),build/mirrors) --packages build/packages \
		$(if $(ONLY),--only $(ONLY)) $(if $(UPDATE),--update) $(if $(NEWEST),--newest) $(IDS)

# The seed is printed; `make attack SEED=… ROUNDS=…` draws the same again.
attack: $(TOOLS) $(NODE)  ## the tests that draw at random, ten times as long and with a new SEED
	@seed=$${SEED:-$$($(BIN)/python -c 'import secrets; print(secrets.randbelow(10**9))')}; rounds=$${ROUNDS:-10}; \
		echo "make attack SEED=$$seed ROUNDS=$$rounds"; SEED=$$seed ROUNDS=$$rounds $(PYTEST) -n auto -m attack

offline: $(SITE)  ## the downloads, into dist/: a zip that opens by double click, a docset for Dash and Zeal
	$(BIN)/python tools/offline.py
	$(BIN)/python tools/docset.py

release: offline  ## what is published, into site/: the site with the downloads in it
	DOWNLOADS=dist $(BIN)/python -m mkdocs build --strict

# PARTS=solo measures each implementation alone, PARTS=pairs real pairs (half an hour); without PARTS both.  With IDS these
# alone: PARTS=solo IDS="ws.client jetty.server", PARTS=pairs IDS="ws firefox" (clients).
WRITE ?= --write
measure: $(TOOLS) $(NODE) $(MEASURE)/.ready  ## run the implementations again and rewrite data/measured/ and data/pairs/; WRITE= only compares
	$(BIN)/python tests/support/get_browser.py || true
	$(BIN)/python tests/support/firefox.py || true
	status=0; for part in $(or $(PARTS),solo pairs); do \
		case $$part in solo) program="run.py $(or $(IDS),--all)" ;; pairs) program="real_pairs/measure.py $(IDS)" ;; \
			*) echo "PARTS are solo and pairs, not $$part." >&2; exit 2 ;; esac; \
		MEASURE_PYTHON=$(MEASURE)/bin/python $(BIN)/python tests/implementations/$$program $(WRITE) || status=1; \
	done; exit $$status

PARTS ?=
bench: $(TOOLS) $(NODE) $(LIGHTHOUSE)  ## what is promised in numbers, measured, into README.md; PARTS="build lookup growth weight lighthouse"
	$(BIN)/python tests/support/get_browser.py
	$(BIN)/python -m bench $(PARTS) --keep $(if $(QUERIES),--queries $(QUERIES))

shots: $(TOOLS)  ## screenshots to look at, into build/shots/
	$(BIN)/python tests/support/get_browser.py
	$(BIN)/python tools/shots.py

card: $(TOOLS)  ## draw the picture that other sites show beside a link
	$(BIN)/python tests/support/get_browser.py
	$(BIN)/python tools/card.py

lock: $(UV)/.ready  ## renew every locked version: Python's and npm's
	for name in requirements/uv requirements/site requirements/test tests/implementations/requirements; do \
		(cd "$$(dirname $$name)" && "$(CURDIR)/$(UV)/bin/uv" pip compile --quiet --universal --python-version 3.11 \
		--generate-hashes --no-header --upgrade "$$(basename $$name).in" -o "$$(basename $$name).txt") || exit 1; done
	for folder in tests/node tests/implementations bench/node; do \
		(cd $$folder && npm update --package-lock-only --ignore-scripts --no-audit --no-fund --loglevel=error) || exit 1; done

clean:  ## remove all that the other targets made
	rm -rf $(VENV) .tools site build dist .cache .pytest_cache .mypy_cache .ruff_cache
	rm -rf tests/node/node_modules tests/implementations/node_modules bench/node/node_modules
	find hooks tests tools bench -name __pycache__ -prune -exec rm -rf {} +

# Setting up.

# Debian and Ubuntu ship Python without the part that puts pip into an environment.
define HAS_VENV
@"$(1)" -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12")'
@"$(1)" -c 'import ensurepip, venv' 2>/dev/null || \
	{ echo "Python lacks venv. On Debian and Ubuntu: apt install python3-venv. Then run make again." >&2; exit 1; }
endef

$(MADE):
	$(call HAS_VENV,$(PYTHON))
	rm -rf $(VENV)
	"$(PYTHON)" -m venv $(VENV)
	@touch $@

$(SITE): requirements/site.txt pyproject.toml tools/editable_install.py | $(MADE)
	$(PIP) --require-hashes -r requirements/site.txt
	$(PIP) --no-index --no-deps --no-build-isolation --editable .
	@touch $@

$(TOOLS): requirements/test.txt $(SITE)
	$(PIP) --require-hashes -r requirements/test.txt
	@touch $@

$(NODE): tests/node/package-lock.json
	@$(HAS_NODE)
	cd tests/node && $(NPM_CI)
	@touch $@

$(LIGHTHOUSE): bench/node/package-lock.json
	@$(HAS_NODE)
	cd bench/node && $(NPM_CI)
	@touch $@

HAS_NODE := command -v npm >/dev/null || { echo "Node.js 20 or newer with npm is needed." >&2; exit 1; }

$(MEASURE)/.ready: tests/implementations/requirements.txt tests/implementations/package-lock.json
	$(call HAS_VENV,$(PYTHON))
	@$(HAS_NODE)
	rm -rf $(MEASURE)
	"$(PYTHON)" -m venv $(MEASURE)
	$(MEASURE)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/implementations/requirements.txt
	cd tests/implementations && $(NPM_CI)
	@touch $@

$(UV)/.ready: requirements/uv.txt
	$(call HAS_VENV,$(PYTHON))
	rm -rf $(UV)
	"$(PYTHON)" -m venv $(UV)
	$(UV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@
