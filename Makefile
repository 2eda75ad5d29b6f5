# make serve   the site on http://127.0.0.1:8000/, rebuilt as you edit
# make test    everything that proves data, pages and scripts
# Both set up all they need by themselves, from hash-locked versions; running them again is quick.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SITE   := $(VENV)/.site
TOOLS  := $(VENV)/.test
NODE   := tests/node/node_modules/.package-lock.json
LOCK   := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade

export NO_MKDOCS_2_WARNING := 1
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)

.PHONY: serve build test check lock clean

serve: $(SITE)
	$(BIN)/mkdocs serve

build: $(SITE)
	$(BIN)/mkdocs build --strict

# The data alone, in under two seconds.
check: $(SITE)
	@$(BIN)/python hooks/check_data.py

test: $(TOOLS) $(NODE)
	$(BIN)/python tests/get_browser.py
	$(BIN)/python -m pytest -n auto --dist loadgroup

lock: $(TOOLS)
	$(BIN)/pip install --quiet uv
	cd requirements && ../$(LOCK) site.in -o site.txt && ../$(LOCK) test.in -o test.txt

clean:
	rm -rf $(VENV) site build dist tests/node/node_modules bench/node/node_modules

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(SITE): requirements/site.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/site.txt
	@touch $@

$(TOOLS): requirements/test.txt $(SITE)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	@touch $@

$(NODE): tests/node/package-lock.json
	cd tests/node && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# The downloads: a zip that opens by double click, and a docset for Dash and Zeal.  Both land in dist/.
.PHONY: offline release

offline: $(SITE)
	$(BIN)/python tools/offline.py
	$(BIN)/python tools/docset.py

# What is published: the site with the downloads in it, in site/.
release: offline
	DOWNLOADS=dist $(BIN)/mkdocs build --strict

# Run the implementations again and rewrite data/measured/ (PARTS=solo), and real pairs, which rewrites data/pairs/
# (PARTS=pairs; about half an hour); without PARTS both.  WRITE= only compares.  The browser and the proxies are
# Debian's packages.
WRITE ?= --write
MEASURE := .tools/measure

.PHONY: measure
measure: $(TOOLS) $(NODE) $(MEASURE)/.ready
	$(BIN)/python tests/get_browser.py
ifneq ($(filter solo,$(or $(PARTS),solo)),)
	MEASURE_PYTHON=$(MEASURE)/bin/python $(BIN)/python tests/implementations/run.py --all $(WRITE)
endif
ifneq ($(filter pairs,$(or $(PARTS),pairs)),)
	MEASURE_PYTHON=$(MEASURE)/bin/python $(BIN)/python tests/implementations/real_pairs/measure.py $(WRITE)
endif

$(MEASURE)/.ready: tests/implementations/requirements.txt tests/implementations/package-lock.json
	$(PYTHON) -m venv $(MEASURE)
	$(MEASURE)/bin/python -m pip install --quiet --require-hashes -r tests/implementations/requirements.txt
	cd tests/implementations && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# What is promised in numbers, measured; writes the table into README.md.  PARTS="build lookup weight lighthouse"
# chooses, QUERIES="file ..." asks other queries.  Screenshots to look at land in build/shots/.
LIGHTHOUSE := bench/node/node_modules/.package-lock.json
PARTS ?=

.PHONY: bench shots
bench: $(TOOLS) $(NODE) $(LIGHTHOUSE)
	$(BIN)/python tests/get_browser.py
	$(BIN)/python -m bench $(PARTS) --keep $(if $(QUERIES),--queries $(QUERIES))

shots: $(TOOLS)
	$(BIN)/python tests/get_browser.py
	$(BIN)/python tools/shots.py

$(LIGHTHOUSE): bench/node/package-lock.json
	cd bench/node && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
