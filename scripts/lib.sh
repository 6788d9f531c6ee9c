# shellcheck shell=bash
# What the scripts share: source it, don't run it.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
CACHE=${JOBI_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/jobi} # tools live here, so that a fresh clone starts at once
START_PATH=$PATH
CLEANUP=()

step() { printf '==> %s\n' "$*"; }
die() { printf 'error: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }
at_least() { printf '%s\n' "$1" "$2" | sort -CV; } # NEEDED FOUND
first_version() { grep -oE '[0-9]+(\.[0-9]+)*' | head -n1 || true; }

# The tools of the cache first on PATH, and the Rust toolchain that setup chose.
load_env() {
  PATH=$CACHE/cargo/bin:$CACHE/npm/node_modules/.bin:$START_PATH:/usr/sbin:/sbin
  have rustup || PATH=${CARGO_HOME:-$HOME/.cargo}/bin:$PATH
  export PATH
  unset CARGO_TARGET_DIR # the scripts name what is built by its place under target/
  # shellcheck disable=SC1091 # setup writes it, if at all
  if [ -f "$CACHE/env" ]; then . "$CACHE/env"; fi
}

# shellcheck disable=SC2120 # its options are for some callers
setup() { "$ROOT/scripts/setup" "$@" </dev/null && load_env; }

within() { # SECONDS COMMAND…
  local limit=$1
  shift
  if have timeout; then timeout -k 5 "$limit" "$@"; else "$@"; fi
}

quietly() { # WHAT COMMAND…: one line, and the end of the output where it fails
  local log status=0
  log=$(mktemp "${TMPDIR:-/tmp}/jobi-log.XXXXXX")
  step "$1"
  shift
  "$@" >"$log" 2>&1 </dev/null || status=$?
  [ "$status" = 0 ] || tail -n 30 "$log" >&2
  rm -f "$log"
  return "$status"
}

on_exit() { # COMMAND: run at the end, last one first
  CLEANUP+=("$1")
  trap run_cleanup EXIT
}

# shellcheck disable=SC2034 # scripts/test reads EXIT_STATUS
run_cleanup() {
  EXIT_STATUS=$? # for what runs here
  local i
  for ((i = ${#CLEANUP[@]} - 1; i >= 0; i--)); do eval "${CLEANUP[i]}" || true; done
}

scratch() { # VARIABLE: a temporary folder, gone at the end
  local dir
  dir=$(mktemp -d "${TMPDIR:-/tmp}/jobi.XXXXXX")
  on_exit "rm -rf '$dir'"
  printf -v "$1" %s "$dir"
}

# --- packages -----------------------------------------------------------------

is_debian_like() { have apt-get && have dpkg-query; }
is_debian() { is_debian_like && grep -qx 'ID=debian' /etc/os-release; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif ! have sudo; then die "this needs root, and there is no sudo: $*"
  elif (: </dev/tty) 2>/dev/null; then sudo "$@" # may ask there
  else sudo -n "$@"; fi
}

apt_has() { [ "$(dpkg-query -Wf '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

apt_install() { # PACKAGE…: those that are missing
  local package missing=()
  for package; do apt_has "$package" || missing+=("$package"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ -z "${APT_UPDATED:-}" ]; then
    quietly "apt-get update" as_root apt-get update -qq || true # one dead source is not the end
    APT_UPDATED=1
  fi
  quietly "apt-get install ${missing[*]}" as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

# --- a browser ----------------------------------------------------------------

system_chromium() { command -v chromium-headless-shell || command -v chromium || command -v chromium-browser; }

# --- servers ------------------------------------------------------------------

free_port() {
  local port
  while :; do
    port=$((RANDOM % 10000 + 20000))
    (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}

pg_bin() { # the folder of initdb, newest first
  local dir
  for dir in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV) "$(dirname "$(command -v initdb || echo /none/initdb)")"; do
    if [ -x "$dir/initdb" ]; then echo "$dir" && return; fi
  done
  return 1
}

pg_run() { # PROGRAM ARGUMENT…: as a user that PostgreSQL accepts, in a folder that user may enter
  if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else (cd / && "$@"); fi
}

# A throw-away PostgreSQL on loopback with a password of its own: sets PG_URL, gone at the end. It is quick, and
# forgets what it must not when it is killed; with --durable it keeps every commit, as a real one does.
# shellcheck disable=SC2120 # so is --durable
start_postgres() {
  local locale=C try
  PG_SPEED="-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
  if [ "${1:-}" = --durable ]; then PG_SPEED=""; fi
  PG_BIN=$(pg_bin) || die "PostgreSQL is missing (scripts/setup --tests)"
  PG_DIR=$(pg_run mktemp -d /tmp/jobi-pg.XXXXXX)
  on_exit stop_postgres
  PG_PASSWORD=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  if locale -a 2>/dev/null | grep -qix 'C.utf-\?8'; then locale=C.UTF-8; fi
  printf %s "$PG_PASSWORD" | pg_run tee "$PG_DIR/password" >/dev/null
  pg_run "$PG_BIN/initdb" -D "$PG_DIR/data" -U postgres -E UTF8 --locale="$locale" --no-sync \
    --auth=password --pwfile="$PG_DIR/password" >/dev/null
  for try in 1 2 3; do
    PG_PORT=$(free_port)
    if pg_start; then
      PG_URL=postgres://postgres:$PG_PASSWORD@127.0.0.1:$PG_PORT/postgres
      step "PostgreSQL: a throw-away cluster on port $PG_PORT"
      return
    fi
  done
  pg_run cat "$PG_DIR/log" >&2
  die "PostgreSQL did not start, tried $try ports"
}

pg_start() {
  pg_run "$PG_BIN/pg_ctl" -D "$PG_DIR/data" -l "$PG_DIR/log" -w -t 120 -s -o "-p $PG_PORT \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 $PG_SPEED" start >/dev/null 2>&1
}

stop_postgres() {
  if pg_run test -f "$PG_DIR/data/postmaster.pid"; then
    pg_run "$PG_BIN/pg_ctl" -D "$PG_DIR/data" -m immediate -s stop >/dev/null 2>&1 || true
  fi
  pg_run rm -rf "$PG_DIR"
}

pg_create() { # DATABASE: prints its URL
  "$PG_BIN/psql" "$PG_URL" -qc "CREATE DATABASE $1" </dev/null
  echo "${PG_URL%/postgres}/$1"
}

cd "$ROOT" || exit
mkdir -p "$CACHE"
load_env
