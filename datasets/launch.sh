# Sourced by the scripts that start PayScope from a checkout: finds JDK 25 and builds what is missing.
# Expects home (the checkout) and program (the script's name in messages).

is_jdk_25() { [ -x "$1/bin/javac" ] && grep -qs '^JAVA_VERSION="25' "$1/release"; }

find_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" "${JAVA_HOME_25_X64:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
      printf '%s\n' "$candidate"
      return
    fi
  done
  echo "$program: no JDK 25 found. Install one (for instance Temurin 25) or set JAVA_HOME to it." >&2
  exit 2
}

# is_built STAMP FOLDER...: whether the stamp is newer than every source below the folders.
is_built() {
  local stamp=$1
  shift
  [ -f "$stamp" ] && [ -z "$(find "$@" -name target -prune -o -name node_modules -prune -o \
    -type f \( -path '*/src/main/*' -o -name pom.xml -o -name '*.asl.json' \) -newer "$stamp" -print -quit)" ]
}

# build MODULES: compiles these modules (with commas) and what they stand on.
build() {
  command -v mvn >/dev/null || { echo "$program: Maven is needed to build: install it, 3.8 or later." >&2; exit 2; }
  echo "building (the first time also downloads dependencies) ..." >&2
  (cd "$home" && mvn -q -B -Dquick -Dmaven.test.skip=true -Dstyle.color=never test-compile -pl "$1" -am 2>&1 | sed -u 's/\x1b\[[0-9;]*m//g') >&2
}

# build_once STAMP MODULES FOLDER...: builds unless that is done, one process at a time; "after_build" runs then.
build_once() {
  local stamp=$1 modules=$2
  shift 2
  is_built "$stamp" "$@" && return
  exec 9>"$home/.build.lock"
  flock 9
  if ! is_built "$stamp" "$@"; then
    build "$modules"
    after_build
    touch "$stamp"
  fi
  exec 9>&-
}

after_build() { :; }
