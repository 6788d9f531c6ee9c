# shellcheck shell=bash
# Disks and databases that break under a running server. Source it after lib.sh, and call
#
#   disk_faults ENGINE…    (sqlite, postgres)
#
# with JOBI (the program) and LEPTOS_SITE_ROOT set. Each fault prints a line: what was answered while it lasted, whether
# pages were still read, and after how many seconds everything worked again. Asked are 503 or 507 for what could not be
# written, 200 for what could be read, and 5 seconds. What needs root or strace says so where they are missing.
# FAULTS_TRIED and FAULTS_FAILED count; a line that is not as asked ends in FAILED.

FAULTS_TRIED=0
FAULTS_FAILED=0
FAULT_WITHIN=${JOBI_FAULT_WITHIN:-5} # seconds

disk_faults() { # ENGINE…
  local engine
  printf '%-44s %-8s %-8s %-8s\n' Fault Written Read Works
  for engine; do "faults_$engine"; done
}

faults_sqlite() {
  local folder
  scratch folder
  if ! fault_server "$folder" "sqlite:$folder/jobi.db"; then return; fi
  if fault_can_trace; then
    fault "SQLite: one fsync fails (EIO)" trace_fault fsync,fdatasync:error=EIO:when=1
    fault "SQLite: every fsync fails (EIO)" trace_fault fsync,fdatasync:error=EIO
    fault "SQLite: every write fails (EIO)" trace_fault pwrite64:error=EIO
    fault "SQLite: every write fails (ENOSPC)" trace_fault pwrite64:error=ENOSPC
    fault "SQLite: a write takes 20 s" trace_fault fsync,fdatasync:delay_enter=20000000:when=1
  fi
  fault_stop
  if fault_can_mount; then
    mkdir "$folder/small"
    mount -t tmpfs -o size=48m jobi-faults "$folder/small"
    on_exit "umount -l '$folder/small'"
    if fault_server "$folder/small" "sqlite:$folder/small/jobi.db"; then
      FAULT_TRIES=500 fault "SQLite: the disk is full for a moment" full_fault "$folder/small"
      fault_stop
    fi
  fi
}

faults_postgres() {
  local folder
  scratch folder
  if [ -z "${PG_URL:-}" ]; then start_postgres --durable; fi
  if ! fault_server "$folder" "$(pg_create jobi_faults)"; then return; fi
  # Without a database nothing is read either.
  FAULT_READS=503 fault "PostgreSQL: killed and started again" stopped_fault
  fault "PostgreSQL: only reads, as after a failover" standby_fault
  FAULT_HEALED=200 fault "PostgreSQL: every connection is ended" ended_fault
  fault_stop
}

# --- faults: each is called to begin, and then to end ---------------------------

trace_fault() { # begin|end INJECTION: fsync as whichever call it is made by; no socket and no log is written by pwrite64
  if [ "$1" = end ]; then
    kill "$TRACER" 2>/dev/null || true
    wait "$TRACER" 2>/dev/null || true
    return
  fi
  strace -f -qq -o /dev/null -e "trace=${2%%:*}" -e "inject=$2" -p "$FAULT_PID" 2>/dev/null &
  TRACER=$!
  on_exit "kill $TRACER 2>/dev/null"
  fault_until 10 fault_is_traced || true
}

fault_is_traced() {
  local task
  for task in "/proc/$FAULT_PID/task"/*/status; do
    if grep -q '^TracerPid:[[:space:]]*0$' "$task" 2>/dev/null; then return 1; fi
  done
}

full_fault() { # begin|end FOLDER
  if [ "$1" = end ]; then rm -f "$2/filler"; else dd if=/dev/zero of="$2/filler" bs=64k 2>/dev/null || true; fi
}

stopped_fault() { # begin|end
  if [ "$1" = end ]; then pg_start; else pg_run "$PG_BIN/pg_ctl" -D "$PG_DIR/data" -m immediate -s stop; fi
}

standby_fault() { # begin|end: connections that read only do not say so when the others write
  local setting=on
  if [ "$1" = end ]; then setting=off; fi
  fault_sql "ALTER DATABASE jobi_faults SET default_transaction_read_only = $setting"
  if [ "$1" = begin ]; then ended_fault begin; fi
}

ended_fault() { # begin|end
  if [ "$1" = end ]; then return; fi
  fault_sql "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = 'jobi_faults'"
}

fault_sql() { "$PG_BIN/psql" "$PG_URL" -qtc "$1" </dev/null >/dev/null; }

# --- what is measured -----------------------------------------------------------

fault() { # NAME COMMAND…
  local name=$1 status=200 read=200 tries began works=never asked=${FAULT_READS:-200} verdict=
  shift
  FAULTS_TRIED=$((FAULTS_TRIED + 1))
  fault_until 10 fault_writes || true
  "$1" begin "${@:2}"
  # The first call that fails may be another's, and a log that is used again needs no room for a while.
  for ((tries = 0; tries < ${FAULT_TRIES:-20}; tries++)); do
    status=$(fault_write)
    if [ "$status" != 200 ]; then break; fi
  done
  read=$(fault_read)
  "$1" end "${@:2}"
  began=$(fault_now)
  if fault_until $((FAULT_WITHIN * 4)) fault_works; then works=$(fault_since "$began"); fi
  # A cut connection is replaced before anybody notices.
  case $status in 503 | 507 | "${FAULT_HEALED:-503}") ;; *) verdict=FAILED ;; esac
  case $read in 200 | "$asked") ;; *) verdict=FAILED ;; esac
  if [ "$works" = never ] || [ "${works%.*}" -ge "$FAULT_WITHIN" ]; then verdict=FAILED; fi
  if [ -n "$verdict" ]; then
    FAULTS_FAILED=$((FAULTS_FAILED + 1))
    tail -n 5 "$FAULT_LOG" >&2
  fi
  printf '%-44s %-8s %-8s %-8s %s\n' "$name" "$status" "$read" "$works" "$verdict"
}

fault_works() { fault_writes && [ "$(fault_get /readyz)" = 200 ] && [ "$(fault_read)" = 200 ]; }
fault_writes() { [ "$(fault_write)" = 200 ]; }

fault_write() { # the status of something that is stored: another each time, as SQLite writes nothing that is there
  local language=en
  if [ -e "$FAULT_JAR.de" ]; then rm "$FAULT_JAR.de"; else language=de && : >"$FAULT_JAR.de"; fi
  fault_curl -X POST -H "Origin: $FAULT_SITE" -H 'Accept: application/json' \
    --data "language=$language&next=/" "$FAULT_SITE/api/choose_language?for=$FAULT_OWNER"
}

fault_read() { fault_get /applications; } # of a page that nobody keeps
fault_get() { fault_curl "$FAULT_SITE$1"; }
fault_curl() { curl -s -m 30 -b "$FAULT_JAR" -o /dev/null -w '%{http_code}' "$@" || true; }

fault_until() { # SECONDS COMMAND…
  local began
  began=$(fault_now)
  until "${@:2}"; do
    if [ "$(($(fault_now) - began))" -gt "$(($1 * 1000))" ]; then return 1; fi
    sleep 0.05
  done
}

fault_now() { date +%s%3N; }
fault_since() { # MILLISECONDS
  local passed
  passed=$(($(fault_now) - $1))
  printf '%d.%03d' $((passed / 1000)) $((passed % 1000))
}

# --- the server -----------------------------------------------------------------

fault_server() { # FOLDER DATABASE-URL: with demo data, and somebody who is logged in
  local port
  port=$(free_port)
  FAULT_SITE=http://127.0.0.1:$port
  scratch FAULT_DIR # not on the disk that breaks
  # shellcheck disable=SC2153 # scratch has just set it
  FAULT_LOG=$FAULT_DIR/log FAULT_JAR=$FAULT_DIR/jar
  export JOBI_DATA_DIR=$1 JOBI_DATABASE_URL=$2 JOBI_ADDR=127.0.0.1:$port JOBI_BASE_URL=$FAULT_SITE JOBI_MIN_FREE_MB=1
  within 300 "$JOBI" seed --jobs 20 >"$FAULT_LOG" 2>&1 </dev/null
  "$JOBI" serve >>"$FAULT_LOG" 2>&1 </dev/null &
  FAULT_PID=$!
  on_exit fault_stop
  if ! fault_until 30 fault_is_up; then
    tail -n 20 "$FAULT_LOG" >&2
    die "the server for the faults did not start"
  fi
  curl -s -o /dev/null -c "$FAULT_JAR" -H "Origin: $FAULT_SITE" -H 'Accept: application/json' \
    --data 'email=seeker@demo.example&password=jobi-demo-2026' "$FAULT_SITE/api/login?for=$(fault_owner)"
  FAULT_OWNER=$(fault_owner)
}

fault_is_up() { [ "$(fault_get /readyz)" = 200 ]; }

fault_owner() { # for whom pages are made
  curl -s -b "$FAULT_JAR" "$FAULT_SITE/login" | grep -oE '\?for=[^"&]+' | head -n1 | cut -d= -f2
}

fault_stop() {
  if [ -n "${FAULT_PID:-}" ]; then
    kill "$FAULT_PID" 2>/dev/null || true
    wait "$FAULT_PID" 2>/dev/null || true
    FAULT_PID=
  fi
}

fault_can_trace() {
  if have strace && [ "$(id -u)" = 0 ] && strace -qq -o /dev/null true 2>/dev/null; then return; fi
  echo "SQLite: system calls that fail: not tried here, it needs strace and root"
  return 1
}

fault_can_mount() {
  local probe
  scratch probe
  if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=1m jobi-faults "$probe" 2>/dev/null; then
    umount "$probe"
    return
  fi
  echo "SQLite: a disk that is full: not tried here, it needs root and a mount"
  return 1
}
