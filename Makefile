# What a person types. Each target does what it needs first, and nothing twice.
#   make setup    the system's packages, .venv, pictures and fonts, the built pack
#   make run      the whole product on this machine
#   make test     everything CI runs
#   make bench    the measured promises, as a table; ONLY=NAME for one of them
#   make faults   the long fault tests; SECONDS=N, 1800 if not given
#   make lock     the lock files anew from requirements*.in

.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-print-directory --no-builtin-rules

# An environment without PATH or HOME (a service, a bare CI) is fine.
ifeq ($(origin PATH),undefined)
PATH := /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
endif
ifeq ($(origin HOME),undefined)
HOME := $(CURDIR)/build/home
endif
export PATH HOME
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1

BIN := .venv/bin
PIP := $(BIN)/python -m pip -qq --no-input
BYTES := $(BIN)/python -m compileall -q

RUNS := .venv/.runs
TESTS := .venv/.tests
MODULES := node_modules/.installed
# One a day: samples in the content count their dates from the day the pack is built.
PACK := build/.packed-$(shell PATH='$(PATH)' date -u +%F)
CATALOGUES := $(patsubst %.po,%.mo,$(shell PATH='$(PATH)' find kiosk sync -name '*.po'))
CONTENT := $(shell PATH='$(PATH)' find content -type f -not -name '*.pyc' 2>/dev/null)

.PHONY: setup run test bench faults lock system compiled
setup: system $(RUNS) compiled $(MODULES) $(CATALOGUES) $(PACK)

system:
	@tools/system.sh run

$(RUNS): requirements.txt pyproject.toml | system
	@echo "setup: .venv"
	@test -x $(BIN)/python || python3 -m venv .venv
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --config-settings editable_mode=compat -e .
	@$(BYTES) .venv/lib/python3*/site-packages || true # some carry files for other Pythons
	@touch $@

# So that the first start is as quick as the second, also where Python may not write (a kiosk's
# read-only disk, PYTHONDONTWRITEBYTECODE). Only what has changed is compiled anew.
compiled: $(RUNS)
	@$(BYTES) content kiosk screens sync tools

$(MODULES): package.json package-lock.json .npmrc | system
	@echo "setup: pictures and fonts"
	@npm ci --ignore-scripts --no-audit --no-fund --no-progress --loglevel=error >/dev/null
	@touch $@

%.mo: %.po | $(RUNS)
	@$(BIN)/pybabel --quiet compile -i $< -o $@

$(PACK): $(CONTENT) $(RUNS) $(MODULES)
	@echo "setup: the content pack"
	@mkdir -p build
	@$(BIN)/content build >/dev/null
	@rm -f build/.packed-*
	@touch $@

$(TESTS): requirements-dev.txt $(RUNS)
	@tools/system.sh test
	@echo "setup: what the tests need"
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

run: setup
	@$(BIN)/python -m tools.one_machine

test: setup $(TESTS)
	@tools/system.sh test
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/content check
	$(BIN)/pytest -n 2 --dist worksteal

bench: setup $(TESTS)
	@tools/system.sh test
	@$(BIN)/python -m tests.bench $(if $(ONLY),--only $(ONLY))

faults: setup $(TESTS)
	@$(BIN)/python -m tests.faults --seconds $(or $(SECONDS),1800)

LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header
lock: $(TESTS)
	$(LOCK) requirements.in -o requirements.txt
	$(LOCK) requirements-dev.in -o requirements-dev.txt
	npm install --package-lock-only --ignore-scripts --no-audit --no-fund
