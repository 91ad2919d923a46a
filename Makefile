# One venv for site and checks (.venv), one each for the fallback, pip-tools and the other search.
# Each has a stamp; an interrupted installation leaves none, and the next run
# starts that venv over. Every pin and hash is in requirements/*.txt.
SHELL := /bin/sh
.DELETE_ON_ERROR:
.DEFAULT_GOAL := hilfe

PYTHON ?= python3
PY     := .venv/bin/python
MACROS := $(PY) -m macros

SITE     := .venv/.site
TEST     := .venv/.test
AUSWEG   := .venv-ausweg/.fertig
WERKZEUG := .venv-werkzeug/.fertig
VERGLEICH := .venv-vergleich/.fertig
VENVS    := .venv .venv-ausweg .venv-werkzeug .venv-vergleich

# $(call leer,VENV): an empty venv, whatever was there before.
leer = @$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo 'Gebraucht wird Python 3.11 oder neuer; ein anderes wählt: make PYTHON=/pfad/zu/python3' >&2; exit 1; }; \
	echo 'Die Umgebung $(1) wird eingerichtet …'; $(PYTHON) -m venv --clear $(1) || \
	{ echo 'Die Umgebung $(1) lässt sich nicht anlegen (Debian, Ubuntu: apt install python3-venv).' >&2; exit 1; }

# $(call pip,VENV,ARGUMENTS): quiet unless someone is watching.
pip = @[ -t 1 ] || set -- --quiet; \
	$(1)/bin/python -m pip --disable-pip-version-check install "$$@" --require-hashes $(2)

.PHONY: hilfe site test test-system pruefen pruefen-github pruefen-gitlab vergleich vorschau-ordner links \
	schema freigabe veroeffentlichen zurueck deploy serve bench suchguete suchtempo suchvergleich woerterbuch ausweg fremdes \
	requirements clean adressen last lighthouse sbom schwachstellen

hilfe: ## zeigt diese Liste
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1	\2/p' Makefile | expand -t 24

site: $(SITE) ## baut die Website nach site/
	$(MACROS) bauen

test: $(TEST) ## prüft Code und Website: ruff, mypy, lint-imports, pytest
	$(PY) tests/chromium.py
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	.venv/bin/lint-imports --no-logo --no-cache
	$(PY) -m pytest -n 2 --dist loadfile --no-loadscope-reorder $(PYTEST)

test-system: $(TEST) ## prüft die Website auf einem echten nginx (richtet ihn ein, braucht root)
	$(PY) tests/chromium.py
	$(PY) -m tests.nginx
	$(PY) -m pytest tests/system $(PYTEST)

pruefen: $(SITE) ## prüft die Inhalte, ohne zu bauen
	$(MACROS) pruefen

pruefen-github: $(SITE) ## prüft die Inhalte und zeigt Fehler an ihrer Zeile (GitHub)
	@$(MACROS) pruefen --format github || { $(MACROS) pruefen; exit 1; }

pruefen-gitlab: $(SITE) ## prüft die Inhalte und schreibt einen Bericht (GitLab)
	@$(MACROS) pruefen --format gitlab > gl-code-quality-report.json || { $(MACROS) pruefen; exit 1; }

# BASIS=<commit> takes the old data from git; ALT=<folder> from anywhere. The report goes to
# the screen, or to the end of the file BERICHT.
vergleich: $(SITE) ## zeigt, was sich auf der Website ändert (BASIS=main oder ALT=Ordner)
	@$(if $(BASIS)$(ALT),,echo 'Womit soll verglichen werden? make vergleich BASIS=main' >&2; exit 2)
	@$(if $(BASIS),git rev-parse --verify --quiet '$(BASIS)^{commit}' >/dev/null || \
		{ echo 'Den Stand „$(BASIS)“ gibt es nicht.' >&2; exit 2; }; \
		rm -rf .vergleich; mkdir .vergleich; git archive '$(BASIS)' data | tar -xC .vergleich)
	@$(MACROS) vergleich '$(if $(BASIS),.vergleich/data,$(ALT))' data $(if $(BERICHT),>> '$(BERICHT)')

vorschau-ordner: $(SITE) ## baut nach vorschau/, zum Öffnen per Doppelklick
	$(MACROS) bauen --ohne-server --ziel vorschau

adressen: $(SITE) ## trägt neue Adressen in data/adressen.yaml ein, vor jeder Veröffentlichung
	@$(MACROS) adressen

links: $(SITE) ## prüft die Links nach außen (braucht das Netz)
	@$(MACROS) links

schema: $(SITE) ## schreibt schema/ und FELDER.md aus dem Modell neu
	$(MACROS) schema

freigabe: $(SITE) ## nennt, was vor der Veröffentlichung fehlt
	@$(MACROS) freigabe

veroeffentlichen: $(SITE) ## baut, prüft, packt und stellt die Website nach ZIEL=Ordner
	@$(if $(ZIEL),,echo 'Wohin? make veroeffentlichen ZIEL=/srv/vielfalt' >&2; exit 2)
	@$(MACROS) veroeffentlichen "$$ZIEL"

zurueck: $(SITE) ## zeigt in ZIEL=Ordner wieder die Fassung davor
	@$(if $(ZIEL),,echo 'Wo? make zurueck ZIEL=/srv/vielfalt' >&2; exit 2)
	@$(MACROS) zurueck "$$ZIEL"

deploy: $(SITE) ## schreibt deploy/nginx.conf neu
	@$(MACROS) deploy

serve: $(SITE) ## zeigt die Website im Browser und baut bei Änderungen neu
	$(MACROS) vorschau

bench: $(TEST) ## misst Bauzeit und Größen
	$(PY) bench/bench.py

suchguete: $(TEST) ## misst, wie gut die Suche findet (MERKEN=1 merkt sich das Ergebnis)
	$(PY) tests/suche/bericht.py $(if $(MERKEN),--merken)

suchtempo: $(TEST) ## misst, wie schnell die Suche antwortet, auch mit 500 Praxisbeispielen
	$(PY) bench/suchtempo.py

suchvergleich: $(TEST) $(VERGLEICH) ## misst unsere Suche neben Pagefind, mit denselben Wörtern und Fragen
	$(PY) tests/chromium.py
	$(PY) bench/suchvergleich.py

woerterbuch: $(WERKZEUG) $(SITE) ## schreibt die deutsche Wortliste der Suche neu
	.venv-werkzeug/bin/python tools/woerterbuch.py

last: $(TEST) ## misst nginx unter Last neben einer bloßen Datei
	$(PY) -m tests.nginx
	$(PY) bench/last.py

lighthouse: $(TEST) ## misst sechs Arten von Seiten mit Lighthouse (braucht npm)
	$(PY) -m tests.nginx
	cd werkzeug/lighthouse && npm ci --ignore-scripts --no-audit --no-fund
	$(PY) bench/lighthouse.py

sbom: $(WERKZEUG) ## schreibt Stücklisten der Programme und Skripte nach sbom/ (CycloneDX, braucht npm)
	@mkdir -p sbom
	.venv-werkzeug/bin/cyclonedx-py requirements requirements/site.txt --output-reproducible -o sbom/programme.json
	cd werkzeug/fremdes && npm sbom --package-lock-only --sbom-format cyclonedx > ../../sbom/skripte.json

schwachstellen: $(WERKZEUG) ## fragt nach bekannten Schwachstellen der Programme (braucht das Netz)
	.venv-werkzeug/bin/pip-audit --strict --disable-pip --require-hashes -r requirements/site.txt
	.venv-werkzeug/bin/pip-audit --strict --disable-pip --require-hashes -r requirements/test.txt

ausweg: $(SITE) $(AUSWEG) ## baut dieselbe Website ohne mkdocs-material
	$(PY) tools/ausweg.py

fremdes: site ## bündelt fremdes Skript und den Auszug aus dem Thema neu (braucht npm)
	cd werkzeug/fremdes && npm ci --ignore-scripts --no-audit --no-fund && npm run --silent buendeln
	node werkzeug/fremdes/thema.js .venv/lib/python3*/site-packages/material/templates/assets/stylesheets/main.*.min.css \
		site theme/eigen/thema.css

# The hashes must be those of the ordinary index, so the machine's own pip
# settings are left out. Newest versions: make requirements PIP_COMPILE=--upgrade

requirements: $(WERKZEUG) ## schreibt requirements/*.txt neu
	@set -e; cd requirements; for name in site test ausweg werkzeug vergleich; do \
		echo "requirements/$$name.txt"; \
		PIP_CONFIG_FILE=/dev/null PIP_FIND_LINKS= PIP_EXTRA_INDEX_URL= \
		CUSTOM_COMPILE_COMMAND='make requirements' \
		../.venv-werkzeug/bin/python -m piptools compile --quiet --generate-hashes \
			--allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host \
			--no-emit-find-links --no-emit-options $(PIP_COMPILE) -o $$name.txt $$name.in; \
	done; \
	sha256sum *.txt > SHA256SUMS

clean: ## entfernt die Website und Zwischenstände, nicht die Umgebungen
	rm -rf site .bilder vorschau .vergleich vergleich.md gl-code-quality-report.json .site-*
	rm -rf .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name '.venv*' -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

# A missing or dangling interpreter makes the stamps of its venv stale.
$(VENVS:%=%/bin/python): ;

$(SITE): requirements/site.txt $(PY)
	$(call leer,.venv)
	$(call pip,.venv,-r requirements/site.txt)
	@touch $@

# The dry run fetches everything: without a network the site's venv stays whole.
$(TEST): requirements/test.txt $(SITE)
	@echo 'Die Werkzeuge zum Prüfen kommen dazu …'
	$(call pip,.venv,-r requirements/test.txt --dry-run)
	@rm -f $(SITE)
	$(call pip,.venv,-r requirements/test.txt)
	@touch $(SITE) $@

$(AUSWEG) $(WERKZEUG) $(VERGLEICH): .venv-%/.fertig: requirements/%.txt .venv-%/bin/python
	$(call leer,.venv-$*)
	$(call pip,.venv-$*,-r requirements/$*.txt)
	@touch $@
