# Everything is made inside this folder: .venv, node_modules, static/dist. Needs git, make and python3 with venv.
# HOST, PORT, FACILITATOR_DATA, DEMO=1 and ARGS="…" reach the server: make run PORT=9000

PYTHON ?= python3
BIN := .venv/bin
FRONT_END := $(BIN)/python scripts/front_end.py
NO_VENV := Python 3.11 or newer with venv is needed: install the packages python3 and python3-venv.
UV := .build/uv/bin/uv pip compile -q pyproject.toml --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help setup run test faults privacy doors bench check audit sbom format generate wheel lock front-end

help: ## shows this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST)

setup: .venv/ready ## makes the environment, without starting anything
	@$(FRONT_END) install

run: front-end ## starts the server; DEMO=1 starts a demo with a pretend group
	@exec $(BIN)/facilitator $(if $(filter-out 0,$(DEMO)),demo,run) $(ARGS)

test: .venv/ready ## runs every test; NO_BROWSER=1 leaves the browser out; ARGS="…" goes to pytest
ifeq ($(filter-out 0,$(NO_BROWSER)),)
	@$(BIN)/python scripts/find_chromium.py >/dev/null
endif
	@$(FRONT_END) bundle
	@exec $(BIN)/python -m pytest -q -n auto $(ARGS)

faults: front-end ## kills, cuts and muddles a live group and judges what is left; PLANTED=1 ONLY=R1,R3 SEED=7 FULL=1 WITH="kills=1000"
	@PLANTED="$(PLANTED)" ONLY="$(ONLY)" SEED="$(SEED)" FULL="$(FULL)" WITH="$(WITH)" MODE="$(MODE)" \
		exec $(BIN)/python -m tests.faults

privacy: front-end ## attacks what is anonymous, and shows that each planted leak is caught; ONLY=1,2 SEED=7 FULL=1
	@$(BIN)/python scripts/find_chromium.py >/dev/null
	@ONLY="$(ONLY)" SEED="$(SEED)" FULL="$(FULL)" exec $(BIN)/python -m tests.privacy.path

doors: front-end ## sends what no honest page would: hostile strings, broken packets, guesses; ONLY=strings SEED=7 FULL=1
	@ONLY="$(ONLY)" SEED="$(SEED)" FULL="$(FULL)" exec $(BIN)/python -m tests.doors

bench: setup front-end ## measures speed beside bare servers; ONLY=P1,P5 for some rows, FULL=1 for all, ROUNDS=5
	@exec $(BIN)/python -m bench --only "$(ONLY)" $(if $(filter-out 0,$(FULL)),--full) \
		$(if $(ROUNDS),--rounds $(ROUNDS)) $(ARGS)

check: front-end ## formatter, linters and types; goes on to the end and then says whether all is well
	@step() { echo "· $$1"; shift; "$$@" || mend=yes; }; \
	step "Python: formatter" $(BIN)/ruff format --check --quiet .; \
	step "Python: linter" $(BIN)/ruff check --quiet .; \
	step "Python: security" $(BIN)/bandit -q -c pyproject.toml -r facilitator scripts hatch_build.py; \
	step "Security: rules of this house" $(BIN)/python scripts/local_rules.py; \
	step "Packages: list of them" $(BIN)/python scripts/sbom.py --to dist/facilitator.cdx.json; \
	step "Python: types" $(BIN)/mypy --no-error-summary; \
	step "Front end: types" $(FRONT_END) types; \
	step "Front end: formatter and linter" $(FRONT_END) biome check --error-on-warnings; \
	test -z "$$mend"

audit: setup ## asks public lists whether a package we stand on has a known hole; needs a network, else says not run
	@$(BIN)/python scripts/audit.py $(ARGS)

sbom: .venv/ready ## writes the list of what all this is made of (CycloneDX) to dist/facilitator.cdx.json
	@$(BIN)/python scripts/sbom.py --to dist/facilitator.cdx.json
	@echo "· dist/facilitator.cdx.json"

format: setup ## puts the code in order
	@$(BIN)/ruff check --quiet --fix-only .; $(BIN)/ruff format --quiet .
	@$(FRONT_END) biome check --write

generate: .venv/ready ## writes what is generated: protocol, configuration, indexes
	@$(BIN)/python -m facilitator.generate

wheel: .venv/ready ## builds the installable package into dist/
	@echo "· Building the wheel (dist/)"
	@rm -rf dist; $(BIN)/python -m pip wheel -qq --no-deps --no-build-isolation --wheel-dir dist .
	@ls dist/*.whl

lock: .venv/ready ## renews the locked versions of what we stand on
	@echo "· Renewing requirements.lock, requirements-dev.lock and package-lock.json"
	@test -x .build/uv/bin/uv || { $(PYTHON) -m venv .build/uv && .build/uv/bin/python -m pip install -qq uv; }
	@$(UV) --upgrade -o requirements.lock
	@$(UV) --upgrade --extra dev -o requirements-dev.lock
	@$(FRONT_END) npm update --package-lock-only --loglevel=error

front-end: .venv/ready
	@$(FRONT_END) bundle

.venv/ready: requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| { echo "$(NO_VENV)"; exit 1; }
	@echo "· Making the Python environment (.venv)"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install -qq --require-hashes -r requirements-dev.lock
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation --editable .
	@touch $@
