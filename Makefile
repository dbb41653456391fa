# What a person types in a checkout of explog. `make` alone lists it.
# Every target that needs .venv makes it first; the second time costs nothing.

VENV := .venv
PYTHON_OF_VENV := $(VENV)/bin/python
STAMP := $(VENV)/.installed
LOCALE := src/explog/locale

# Tried in this order; `make test PYTHON=/somewhere/python3.13` puts one in front.
PYTHONS := $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11

# Settings of the shell that would lead pip or Python out of .venv.
unexport PIP_TARGET PIP_USER PYTHONHOME PYTHONPATH

DANISH := $(filter da%,$(firstword $(LC_ALL) $(LC_MESSAGES) $(LANG)))
SETTING_UP := $(if $(DANISH),Gør .venv klar (én gang, cirka et minut) …,Setting up .venv (once, about a minute) …)

# The stamp holds the folder it was made in: a checkout that was moved gets a new .venv.
MADE_IN := $(shell test -x $(PYTHON_OF_VENV) && cat $(STAMP) 2>/dev/null)
ifneq ($(MADE_IN),$(CURDIR))
CLEAR := --clear
$(STAMP): FORCE
endif

.DEFAULT_GOAL := help
.PHONY: help demo test test-long lint format messages schemas contrast bench FORCE

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

demo: $(STAMP) ## open the demo log, 20 experiments from five workplaces
	@$(VENV)/bin/explog demo

test: $(STAMP) ## run all tests but the long ones; ARGS="-k frame" narrows them
	@$(PYTHON_OF_VENV) -m pytest -n auto $(ARGS)

test-long: $(STAMP) ## run every test, the long ones too
	@$(PYTHON_OF_VENV) -m pytest -n auto -m "" $(ARGS)

lint: $(STAMP) ## check style, format and types
	@$(PYTHON_OF_VENV) -m ruff check
	@$(PYTHON_OF_VENV) -m ruff format --check
	@$(PYTHON_OF_VENV) -m mypy

format: $(STAMP) ## format, and mend what ruff can mend by itself
	@$(PYTHON_OF_VENV) -m ruff check --fix --exit-zero --quiet
	@$(PYTHON_OF_VENV) -m ruff format

# No dates in the template, so that a run that changes no sentence changes no file.
messages: $(STAMP) ## bring the catalogues up to date with the sentences in the source
	@$(VENV)/bin/pybabel -q extract --no-default-keywords \
	  -k _ -k N_ -k Nn_:1,2 -k ngettext:1,2 \
	  --omit-header --add-location=file --sort-by-file --no-wrap \
	  -o $(LOCALE)/explog.pot src/explog
	@$(VENV)/bin/pybabel -q update --init-missing --ignore-obsolete --ignore-pot-creation-date \
	  --no-fuzzy-matching --no-wrap -D explog -l da -i $(LOCALE)/explog.pot -d $(LOCALE)
	@$(VENV)/bin/pybabel compile --statistics -D explog -l da -d $(LOCALE)

schemas: $(STAMP) ## write schemas/ again from the models
	@$(PYTHON_OF_VENV) -m explog schema --write schemas

contrast: $(STAMP) ## print the contrast of both themes, every colour on every ground
	@$(PYTHON_OF_VENV) tools/contrast.py

bench: $(STAMP) ## measure start-up, lists, export and import
	@$(PYTHON_OF_VENV) tools/bench.py $(ARGS)

# pip runs only here. --compile: Textual without .pyc files starts 2.75 times slower.
$(STAMP): requirements.txt pyproject.toml
	@found=; old=; bare=; \
	for python in $(PYTHONS); do \
	  version=$$("$$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue; \
	  if ! "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then \
	    old="$$version"; \
	  elif ! "$$python" -c 'import ensurepip, venv' 2>/dev/null; then \
	    bare="$$version"; \
	  else \
	    found="$$python"; break; \
	  fi; \
	done; \
	if [ -n "$$found" ]; then :; elif [ -n "$$bare" ]; then \
	  echo "Python $$bare is here, but without the part that makes .venv (ensurepip): install it, on Debian and Ubuntu with 'sudo apt install python$$bare-venv', and run the same command again." >&2; \
	  echo "Python $$bare er her, men uden den del, der laver .venv (ensurepip): installér den, på Debian og Ubuntu med 'sudo apt install python$$bare-venv', og kør samme kommando igen." >&2; \
	  exit 1; \
	elif [ -n "$$old" ]; then \
	  echo "Python $$old is too old, explog needs 3.11 or newer: install a newer one and run the same command again, or point to it with PYTHON=/path/to/python3." >&2; \
	  echo "Python $$old er for gammel, explog kræver 3.11 eller nyere: installér en nyere og kør samme kommando igen, eller peg på den med PYTHON=/sti/til/python3." >&2; \
	  exit 1; \
	else \
	  echo "No python3 was found, explog needs Python 3.11 or newer: install it, on Debian and Ubuntu with 'sudo apt install python3 python3-venv', and run the same command again." >&2; \
	  echo "Der blev ikke fundet nogen python3, explog kræver Python 3.11 eller nyere: installér den, på Debian og Ubuntu med 'sudo apt install python3 python3-venv', og kør samme kommando igen." >&2; \
	  exit 1; \
	fi; \
	echo "$(SETTING_UP)" >&2; \
	"$$found" -m venv $(CLEAR) $(VENV) && \
	$(PYTHON_OF_VENV) -m pip install -qq --no-input --disable-pip-version-check --compile \
	  --require-hashes -r requirements.txt && \
	$(PYTHON_OF_VENV) -m pip install -qq --no-input --disable-pip-version-check --compile \
	  --no-deps --no-build-isolation -e . && \
	{ $(PYTHON_OF_VENV) -m compileall -qq src/explog || :; } && \
	pwd -P >$(STAMP) || { \
	  echo "Setting up .venv did not succeed; the lines above say why (without network it cannot be done the first time)." >&2; \
	  echo "Det lykkedes ikke at gøre .venv klar; linjerne ovenfor siger hvorfor (uden netværk kan det ikke lade sig gøre første gang)." >&2; \
	  exit 1; }
