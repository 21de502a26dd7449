# Needs git, make, and a Python 3.11 or newer with pip or venv. Everything else comes into .boot and .venv.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

export UV_PYTHON_PREFERENCE := only-system
export UV_PROJECT_ENVIRONMENT := .venv
# Where the machine keeps certificates of its own (a company's, a proxy's), they are to be trusted.
ifneq ($(wildcard /etc/ssl/certs/ca-certificates.crt),)
export UV_SYSTEM_CERTS ?= true
endif
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore
unexport VIRTUAL_ENV

PYTHON ?= python3
UV := $(or $(shell command -v uv 2>/dev/null),.boot/bin/uv)
BIN := .venv/bin
EXAMPLE := examples/astana-visit-2025.ar.txt
DEMO_PAGE := build/demo.html

.PHONY: help setup demo test lint format score bench bench-register clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: .venv/.synced ## build the environment in .venv from uv.lock

demo: .venv/.synced ## read the example report and show its record
	@$(BIN)/mithaq read $(EXAMPLE)
	@mkdir -p $(dir $(DEMO_PAGE))
	@$(BIN)/mithaq read --format html $(EXAMPLE) > $(DEMO_PAGE)
	@echo
	@echo "The report beside its record, each value lighting its words: $(DEMO_PAGE)"

test: .venv/.synced ## run the tests
	@$(BIN)/pytest $(ARGS)

lint: .venv/.synced ## check style, types and import contracts
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: .venv/.synced ## put the code into the house style
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

score: .venv/.synced ## measure accuracy on tests/corpus against bench/floors.toml
	@$(BIN)/python -m bench.accuracy $(ARGS)

bench: export UV_PROJECT_ENVIRONMENT := .venv-bench
bench: $(UV) ## measure speed, beside other readers (environment in .venv-bench)
	@$(UV) run --locked --group bench python -m bench.speed $(ARGS)

bench-register: .venv/.synced ## measure how a register of made-up reports fills and answers
	@$(BIN)/python -m bench.register $(ARGS)

clean: ## remove the environments and everything built
	rm -rf .venv .venv-bench .boot build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/.synced: pyproject.toml uv.lock | $(UV)
	@$(UV) sync --locked --quiet
	@touch $@

# pip refuses to install beside Debian's own packages, but not into a folder of its own; where pip is
# missing, a virtual environment brings one.
.boot/bin/uv:
	@$(PYTHON) -m pip install --quiet --target .boot uv \
	|| { rm -rf .boot && $(PYTHON) -m venv .boot && .boot/bin/pip install --quiet uv; } \
	|| { rm -rf .boot; echo "uv is missing and could not be installed: install uv, or python3-pip, or python3-venv" >&2; exit 1; }
