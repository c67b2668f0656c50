#!/bin/sh
# Checks that this machine has what the project takes from the system, and as root on Debian or
# Ubuntu installs what it has not. Usage: tools/system.sh run|test; "test" is "run" and more.
# What each package is for: docs/dependencies.md
set -eu
PATH="${PATH:-/usr/bin:/bin}:/usr/local/sbin:/usr/sbin:/sbin"

tier="${1:?run or test}"
libraries="$(ldconfig -p)"
missing=""

lack() { missing="$missing $1"; }
command_or() { command -v "$1" >/dev/null 2>&1 || lack "$2"; }
# shellcheck disable=SC2086  # the pattern is to be expanded
glob_or() { set -- "$2" $1; [ -e "$2" ] || lack "$1"; }
library_or() { case "$libraries" in *"$1 "*) ;; *) lack "$2" ;; esac; }

if command -v python3 >/dev/null 2>&1; then
    python3 -c 'import ensurepip, venv' 2>/dev/null || lack python3-venv
else
    lack python3 && lack python3-venv
fi
[ -e /etc/ssl/certs/ca-certificates.crt ] || lack ca-certificates
command_or npm npm
library_or libGL.so.1 libgl1
library_or libEGL.so.1 libegl1
library_or libGLESv2.so.2 libgles2
library_or libX11.so.6 libx11-6
library_or libXrender.so.1 libxrender1
library_or libXext.so.6 libxext6
library_or libXrandr.so.2 libxrandr2
library_or libXi.so.6 libxi6
library_or libXcursor.so.1 libxcursor1
library_or libXss.so.1 libxss1
library_or libXfixes.so.3 libxfixes3
library_or libmtdev.so.1 libmtdev1
library_or libasound.so.2 libasound2
glob_or "/usr/lib/*/dri/swrast_dri.so" libgl1-mesa-dri

# From 2024 on Ubuntu and Debian call it libasound2t64, and apt chooses no provider by itself.
names() {
    if apt-cache show libasound2t64 >/dev/null 2>&1; then
        echo "$missing" | sed 's/ libasound2\b/ libasound2t64/'
    else
        echo "$missing"
    fi
}

if [ "$tier" = test ]; then
    command_or Xvfb xvfb
    command -v chromium >/dev/null 2>&1 || command_or chromium-browser chromium
    glob_or "/usr/lib/postgresql/*/bin/initdb" postgresql
    library_or libatomic.so.1 libatomic1
    glob_or "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf" fonts-dejavu-core
fi

if [ -n "$missing" ]; then
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "setup: missing, by their Debian names:$missing" >&2
        exit 1
    fi
    if [ "$(id -u)" -ne 0 ]; then
        echo "setup: missing:$(names)" >&2
        echo "setup: run this, then make again: sudo apt-get install$(names)" >&2
        exit 1
    fi
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq </dev/null
    echo "setup: installing$(names)"
    # shellcheck disable=SC2046  # a list of names
    apt-get install -y -qq --no-install-recommends $(names) </dev/null >/dev/null
fi

python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "setup: Python 3.11 or newer is needed, this is $(python3 --version)" >&2
    exit 1
}
