# `make` alone tests and lints. Needs Python >= 3.11, make and a package index; everything else is installed in .venv.
PYTHON ?= python3
PORT ?= 8000
HOST ?= 127.0.0.1
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
SIEGE := tests/load/test_many_clients.py tests/load/test_backup.py -o log_cli=true --log-cli-level=INFO

.DEFAULT_GOAL := test
.PHONY: play install install-test test test-postgresql lint bench weigh load recall screenshots ranker model lock

play: install  ## play: install, migrate, load the packs, serve, print the address
	$(BIN)/quizapp serve --host $(HOST) --port $(PORT)

install: .venv/installed  ## the environment in .venv alone

install-test: .venv/installed-test

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python pyproject.toml .ci/requirements.txt
	$(PIP) install --require-hashes --requirement .ci/requirements.txt
	$(PIP) install --no-deps --editable .
	touch $@

.venv/installed-test: .venv/installed .ci/requirements-test.txt
	$(PIP) install --require-hashes --requirement .ci/requirements-test.txt
	touch $@

test: install-test lint  ## install the test extra, run everything
	$(BIN)/python -m pytest

test-postgresql: install-test  ## every test that keeps rows, on PostgreSQL: make test-postgresql [POSTGRESQL=ADDRESS]
	$(if $(POSTGRESQL),QUIZAPP_TEST_DATABASE_URL=$(POSTGRESQL)) $(BIN)/python -m tests.postgresql

lint: install-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: install-test  ## measure speed, as ratios taken side by side in one run
	$(BIN)/python -m tests.benchmarks

weigh: install-test  ## pages on a slow phone: bytes, requests, first paint, layout shift (needs Chromium)
	$(BIN)/python -m tests.benchmarks.page_weight

# RESTART is the command by which PostgreSQL is restarted in the middle.
load: install-test  ## play while processes are killed: make load [RESPONSES=20000] [POSTGRESQL=ADDRESS RESTART=COMMAND]
	QUIZAPP_TEST_LOAD=$(or $(RESPONSES),20000) $(BIN)/python -m pytest $(SIEGE)
	$(if $(POSTGRESQL),QUIZAPP_TEST_DATABASE_URL=$(POSTGRESQL) QUIZAPP_TEST_RESTART="$(RESTART)" \
	  QUIZAPP_TEST_LOAD=$(or $(RESPONSES),20000) $(BIN)/python -m pytest $(SIEGE))

recall: install-test  ## what a reader listed of some texts, found or missed: make recall TEXTS=FOLDER [LIST=FILE]
	@test -n "$(TEXTS)" || { echo "Say where the texts are: make recall TEXTS=FOLDER"; exit 2; }
	$(BIN)/python -m tests.benchmarks.recall $(TEXTS) $(LIST)

screenshots: install-test  ## make the README's picture anew from the running app
	$(BIN)/python -m tests.browser.screenshots

ranker: .venv/installed-test  ## fit the ranking on judged items: make ranker JUDGED=FILE (needs scikit-learn)
	@test -n "$(JUDGED)" || { echo "Say where the judged items are: make ranker JUDGED=FILE"; exit 2; }
	$(BIN)/python -m quizapp.generation.training.ranker fit $(JUDGED)

model: .venv/installed-test  ## train the language pipeline anew and print its scores: make model TREEBANKS=FOLDER
	@test -n "$(TREEBANKS)" || { echo "Say where the treebanks are: make model TREEBANKS=FOLDER"; exit 2; }
	OMP_NUM_THREADS=1 $(BIN)/python -m quizapp.generation.training $(TREEBANKS) $(or $(OUT),build/model)
	@echo "Made build/model/pipeline.zip. Copy it to quizapp/generation/model/ and put its scores in CARD.md."

lock: install  ## write the lock files anew from pyproject.toml
	$(PIP) install uv
	$(BIN)/uv pip compile pyproject.toml --extra generate --extra documents --extra postgresql --extra redis --universal \
	  --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --output-file .ci/requirements.txt
	$(BIN)/uv pip compile pyproject.toml --extra generate --extra documents --extra postgresql --extra redis --extra test --universal \
	  --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --output-file .ci/requirements-test.txt
