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
  conversations:120x40:dark transcript:120x40:dark record:120x40:dark help:120x40:dark \
  team:80x24:dark team:120x40:light team:120x40:high-contrast team:120x40:plain

# The day that the made-up team of the pictures has today, so that they change with the program only;
# but for the times that requests took, at which the check does not look.
PICTURE_DAY = 2026-11-20

# Where what is read by other programs goes below PREFIX. Debian's own packages have other places
# for two of them, which only the system's programs look at.
ZSH_FUNCTIONS = share/zsh/site-functions
USER_UNITS    = share/systemd/user

# What the program prints about itself, as FILE:COMMAND below PREFIX.
PAGES = share/man/man1/rapport.1:man \
  share/bash-completion/completions/rapport:completions:bash \
  $(ZSH_FUNCTIONS)/_rapport:completions:zsh \
  share/fish/vendor_completions.d/rapport.fish:completions:fish \
  share/rapport/config.schema.json:config:schema

# What builds a package and what tries it.
PACKAGE_PACKAGES = dpkg-dev
TRIAL_PACKAGES   = debootstrap

BUILT = .build/release/rapport
TO    = $(DESTDIR)$(PREFIX)
TREE  = .build/package/tree

.PHONY: help deps release demo test bench check format install install-files uninstall deb try-deb \
  screenshots clean

help:
	@echo 'make demo         build Rapport and open it on made-up data; needs no credentials'
	@echo 'make test         run the tests'
	@echo 'make bench        measure how fast and how small it is; takes some minutes'
	@echo 'make check        what has to pass before a change is taken: format, imports, build, tests'
	@echo 'make format       format the code'
	@echo 'make install      build and install to PREFIX ($(PREFIX)); as root of a built tree: install-files'
	@echo 'make uninstall    remove what was installed'
	@echo 'make deb          build a Debian package in .build/package'
	@echo 'make try-deb      install, run and remove that package on a bare Debian, as root'
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

# What is measured is what is installed.
bench: RELEASE_FLAGS = --static-swift-stdlib
bench: release
	$(SWIFT) build -c release --product rapport-bench $(RELEASE_FLAGS)
	@.build/release/rapport-bench

check: deps
	$(SWIFT) format lint --strict -r Package.swift Sources Tests
	.ci/imports
	.ci/documented
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error
	.ci/screenshots check .build/debug/rapport $(PICTURE_DAY) $(PICTURES)
	@$(MAKE) --no-print-directory test

format:
	$(SWIFT) format -i -r Package.swift Sources Tests

# An installed program has to start without the folder that Swift was unpacked in.
install: RELEASE_FLAGS = --static-swift-stdlib
install: release
	@$(MAKE) --no-print-directory install-files

install-files:
	@test -x $(BUILT) || { echo 'There is nothing to install yet; run make release first.' >&2; exit 1; }
	install -D -m 755 $(BUILT) '$(TO)/bin/rapport'
	install -D -m 644 -t '$(TO)/share/rapport/themes' themes/*.yaml
	@for page in $(PAGES); do \
	  file="$(TO)/$${page%%:*}"; \
	  echo "writing $$file"; \
	  install -d "$$(dirname "$$file")" && \
	  $(BUILT) $$(echo "$${page#*:}" | tr : ' ') >"$$file" && chmod 644 "$$file" || exit 1; \
	done
	install -d '$(TO)/$(USER_UNITS)'
	sed 's|@PREFIX@|$(PREFIX)|' .packaging/rapport-sync.service >'$(TO)/$(USER_UNITS)/rapport-sync.service'
	chmod 644 '$(TO)/$(USER_UNITS)/rapport-sync.service'

# A theme that somebody added to the installed ones stays, and so do the folders that hold it.
uninstall:
	rm -f '$(TO)/bin/rapport' '$(TO)/$(USER_UNITS)/rapport-sync.service'
	for theme in themes/*.yaml; do rm -f '$(TO)/share/rapport/'"$$theme"; done
	for page in $(PAGES); do rm -f "$(TO)/$${page%%:*}"; done
	-rmdir '$(TO)/share/rapport/themes' '$(TO)/share/rapport'

# The tree is made anew, so that nothing of an older package is in this one.
deb: PACKAGES += $(PACKAGE_PACKAGES)
deb: RELEASE_FLAGS = --static-swift-stdlib
deb: release
	@rm -rf .build/package
	@$(MAKE) --no-print-directory install-files DESTDIR='$(CURDIR)/$(TREE)' PREFIX=/usr \
	  ZSH_FUNCTIONS=share/zsh/vendor-completions USER_UNITS=lib/systemd/user
	@.ci/package '$(CURDIR)/$(TREE)'

try-deb: PACKAGES += $(TRIAL_PACKAGES)
try-deb: deb
	@.ci/try-package .build/package/rapport_*.deb

screenshots: PACKAGES += $(PICTURE_PACKAGES)
screenshots: release
	.ci/screenshots draw $(BUILT) $(PICTURE_DAY) screenshots $(PICTURES)
	@for file in screenshots/*.svg; do \
	  rsvg-convert --output "$${file%.svg}.png" "$$file" || exit 1; \
	done

clean:
	rm -rf .build
