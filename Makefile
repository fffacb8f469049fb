# Goru: `make` lists the targets. Nothing but Python >= 3.11 (with venv), make and the package registries is assumed.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: help setup lint fix test test-fast test-unit test-property docs bench clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

$(READY): pyproject.toml requirements.lock bootstrap.lock
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r bootstrap.lock
	$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock bootstrap.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .
	touch $@

setup: $(READY) ## make .venv with everything in it

lint: $(READY) ## format, lint, types, imports; changes nothing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: $(READY) ## let the tools mend what they can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

test: lint test-unit test-property ## everything; what CI runs

test-fast: test-unit ## the tests that need neither database nor browser

test-unit: $(READY) ## examples and tables of cases
	$(BIN)/pytest -n 2 tests --ignore tests/property

test-property: $(READY) ## properties (hypothesis)
	$(BIN)/pytest tests/property

docs: $(READY) ## print again the pages that are made from the code
	$(BIN)/python -m goru.book.writing.dictionary > data/2024/README.md

bench: $(READY) ## measure speed as ratios
	$(BIN)/python benchmarks/read_speed.py

clean: ## remove what make made
	rm -rf .venv .goru node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis
