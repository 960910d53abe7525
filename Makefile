# make brief: the main job on the sample story.  make test: every check.  Both set up .venv themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STORY := examples/lake-ummer
OUT := out

.PHONY: brief test lint types rooms bench lock browser clean

brief: $(VENV)/.base
	@mkdir -p $(OUT)
	$(BIN)/twosource brief $(STORY) --out $(OUT)/brief.html --json $(OUT)/story.json --md $(OUT)/brief.md
	@$(BIN)/twosource brief $(STORY)
	@echo "Open $(OUT)/brief.html in a browser."

test: $(VENV)/.dev browser lint types rooms
	$(BIN)/pytest -n 2 --dist loadfile

lint: $(VENV)/.dev
	$(BIN)/ruff check src tests bench training
	$(BIN)/ruff format --check src tests bench training

types: $(VENV)/.dev
	$(BIN)/mypy

rooms: $(VENV)/.dev
	$(BIN)/lint-imports

bench: $(VENV)/.dev
	$(BIN)/python -m bench

# Browser tests need Debian's Chromium: installed where the package manager lets us, else those tests say so and are skipped.
browser:
	@command -v chromium >/dev/null 2>&1 || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
	    (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium) >/dev/null 2>&1 \
	      || echo "Chromium could not be installed: browser tests will be skipped"; \
	  else echo "No Chromium: browser tests will be skipped (apt-get install chromium as root brings it)"; fi; }

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.base: requirements/base.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements/base.txt
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.base

# Needs uv. The lock files carry hashes and name no registry.
LOCK = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
  --no-header --no-annotate pyproject.toml requirements/build.in
lock:
	$(LOCK) -o requirements/base.txt
	$(LOCK) --extra web --extra postgres --extra spacy --extra dev -o requirements/dev.txt

clean:
	rm -rf $(OUT) .mypy_cache .ruff_cache .pytest_cache .hypothesis
