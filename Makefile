# Short names for what the README's commands do, in a virtual environment of their own (.venv).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test package meshes check translations clean

run: $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable .
	$(BIN)/python -m tests.system_packages
	$(BIN)/python main.py

test: $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable ".[test]"
	$(BIN)/python -m pytest

package: $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable ".[package]"
	$(BIN)/python -m docs.packaging

meshes: $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable ".[sculpt]"
	$(BIN)/python -m meshes.sculpt

check: $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable ".[test]"
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

# Gathers every text of the program for Qt Linguist, and makes what is translated ready for the program.
TRANSLATIONS := viewer/translations
translations: $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable .
	$(BIN)/pyside6-lupdate -tr-function-alias QT_TR_NOOP+=mark -no-obsolete -locations none $(sort $(shell find viewer -name '*.py')) -ts $(wildcard $(TRANSLATIONS)/*.ts)
	for one in $(wildcard $(TRANSLATIONS)/iliopsoas_*.ts); do $(BIN)/pyside6-lrelease "$$one"; done

$(BIN)/python:
	$(PYTHON) -m venv $(VENV) || { test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -y -qq python3-venv && \
	  $(PYTHON) -m venv $(VENV); } || { echo "Type: sudo apt-get install python3-venv"; exit 1; }

clean:
	rm -rf $(VENV) .bake build dist *.egg-info
