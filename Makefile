# Rapport: try it, test it, install it. `make` alone lists what there is.

SWIFT   = swift
PREFIX  = /usr/local
DESTDIR =

# Debian packages, each as NAME or as PATTERN:NAME where any package of the pattern will do.
# Swift itself needs the headers of the C++ library for simdjson, which some compiler has to bring.
PACKAGES = libstdc++-*-dev:g++ libncurses-dev libsqlite3-dev libcurl4-*-dev:libcurl4-openssl-dev \
  libsimdjson-dev libmicrohttpd-dev libyaml-dev tzdata

# The pictures are PNGs too, with the font that they name.
PICTURE_PACKAGES = librsvg2-bin fonts-dejavu-core

# The frames that are drawn, most of them for the README, as SCREEN:SIZE:THEME.
PICTURES = team:120x40:dark activity:120x40:dark user:120x40:dark compare:120x40:dark \
  distribution:120x40:dark attention:120x40:dark accounts:120x40:dark requests:120x40:dark \
  record:120x40:dark help:120x40:dark team:80x24:dark team:120x40:light team:120x40:high-contrast \
  team:120x40:plain

# The day that the made-up team of the pictures has today, so that they change with the program only;
# but for the times that requests took.
PICTURE_DAY = 2026-11-20

BUILT = .build/release/rapport
SHARE = $(DESTDIR)$(PREFIX)/share/rapport

.PHONY: help deps release demo test bench check format install install-files uninstall screenshots clean

help:
	@echo 'make demo         build Rapport and open it on made-up data; needs no credentials'
	@echo 'make test         run the tests'
	@echo 'make bench        measure how fast and how small it is; takes some minutes'
	@echo 'make check        what has to pass before a change is taken: format, imports, build, tests'
	@echo 'make format       format the code'
	@echo 'make install      build and install to PREFIX ($(PREFIX)); as root of a built tree: install-files'
	@echo 'make uninstall    remove what was installed'
	@echo 'make screenshots  draw the pictures in screenshots/'
	@echo 'make deps         install the Debian packages that are missing; what builds does so by itself'
	@echo 'make clean        remove what was built'

deps:
	@.ci/deps '$(SWIFT)' '$(PACKAGES)'

release: deps
	$(SWIFT) build -c release --product rapport $(RELEASE_FLAGS)

# The program takes the place of the shell, so that the terminal and its signals are its own.
demo: release
	@exec $(BUILT) --demo

test: deps
	$(SWIFT) test

bench: release
	$(SWIFT) build -c release --product rapport-bench
	@.build/release/rapport-bench

check: deps
	$(SWIFT) format lint --strict -r Package.swift Sources Tests
	.ci/imports
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error
	@$(MAKE) --no-print-directory test

format:
	$(SWIFT) format -i -r Package.swift Sources Tests

# An installed program has to start without the folder that Swift was unpacked in.
install: RELEASE_FLAGS = --static-swift-stdlib
install: release
	@$(MAKE) --no-print-directory install-files

install-files:
	@test -x $(BUILT) || { echo 'There is nothing to install yet; run make release first.' >&2; exit 1; }
	install -d '$(DESTDIR)$(PREFIX)/bin' '$(SHARE)/themes'
	install -m 755 $(BUILT) '$(DESTDIR)$(PREFIX)/bin/rapport'
	install -m 644 themes/*.yaml '$(SHARE)/themes'
	install -m 644 config.schema.json '$(SHARE)'
	@for page in $(PAGES); do \
	  install -d "$(DESTDIR)$(PREFIX)/share/$$(dirname "$${page%%:*}")"; \
	  $(BUILT) $$(echo "$${page#*:}" | tr : ' ') >"$(DESTDIR)$(PREFIX)/share/$${page%%:*}"; \
	done

# A theme that somebody added to the installed ones stays, and so do the folders that hold it.
uninstall:
	rm -f '$(DESTDIR)$(PREFIX)/bin/rapport'
	for theme in themes/*.yaml; do rm -f '$(SHARE)'/"$$theme"; done
	for page in $(PAGES); do rm -f "$(DESTDIR)$(PREFIX)/share/$${page%%:*}"; done
	rm -f '$(SHARE)/config.schema.json'
	-rmdir '$(SHARE)/themes' '$(SHARE)'

screenshots: PACKAGES += $(PICTURE_PACKAGES)
screenshots: release
	@.ci/screenshots $(BUILT) $(PICTURE_DAY) $(PICTURES)

clean:
	rm -rf .build
