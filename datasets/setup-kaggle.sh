#!/usr/bin/env bash
# Asks for a Kaggle credential without showing it, and writes the file that PayScope and Kaggle's own clients read,
# readable by its owner only. It then asks Kaggle whether the credential is good, where Kaggle can be reached.
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: datasets/setup-kaggle.sh [--token | --key] [--no-check]

  --token     an access token: written to ~/.kaggle/access_token (default)
  --key       a user name and its legacy key: written to ~/.kaggle/kaggle.json, or to KAGGLE_CONFIG_DIR
  --no-check  do not ask Kaggle

Token and key are made at https://www.kaggle.com/settings. What is asked for may also come on standard input, a line
each. Exit code: 0 written (and good, if Kaggle could be asked), 1 Kaggle refuses it, 2 wrong usage.
TEXT
}

fail() {
  echo "setup-kaggle: $1" >&2
  exit 2
}

kind=token
check=yes
for argument in "$@"; do
  case "$argument" in
    --token) kind=token ;;
    --key) kind=key ;;
    --no-check) check=no ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; fail "unknown option $argument" ;;
  esac
done
[ -n "${HOME:-}" ] || fail "HOME is not set"

# Reads a line without showing it; only what a header can carry is taken.
ask() {
  local text=
  [ -t 0 ] && printf '%s: ' "$1" >&2
  if [ -t 0 ] && [ "$2" = hidden ]; then
    IFS= read -rs text || true
    printf '\n' >&2
  else
    IFS= read -r text || true
  fi
  text="${text#"${text%%[![:space:]]*}"}"
  text="${text%"${text##*[![:space:]]}"}"
  [[ "$text" =~ ^[A-Za-z0-9._~+/=-]+$ ]] || fail "$1: expected letters, digits and . _ ~ + / = -, found something else"
  answer=$text
}

# The file is private before the secret is in it, and whole or not there.
write() {
  local file=$1 temporary
  [ -d "$(dirname "$file")" ] || (umask 077 && mkdir -p "$(dirname "$file")")
  temporary=$(umask 077 && mktemp "$file.XXXXXX")
  # The trap runs when the function is gone, so the name is put in now.
  trap "rm -f '$temporary'" EXIT
  chmod 600 "$temporary"
  cat >"$temporary"
  mv -f "$temporary" "$file"
  trap - EXIT
  echo "setup-kaggle: written $file, readable by its owner only"
}

if [ "$kind" = token ]; then
  ask "Kaggle access token" hidden
  secret=$answer
  write "$HOME/.kaggle/access_token" <<<"$secret"
  authorization="header = \"Authorization: Bearer $secret\""
  rival=KAGGLE_API_TOKEN
else
  ask "Kaggle user name" shown
  user=$answer
  ask "Kaggle key" hidden
  secret=$answer
  write "${KAGGLE_CONFIG_DIR:-$HOME/.kaggle}/kaggle.json" <<<"{\"username\":\"$user\",\"key\":\"$secret\"}"
  authorization="user = \"$user:$secret\""
  rival="KAGGLE_API_TOKEN, KAGGLE_USERNAME with KAGGLE_KEY, or ~/.kaggle/access_token"
fi
echo "setup-kaggle: $rival, where set, comes before it"

[ "$check" = yes ] || exit 0
if ! command -v curl >/dev/null; then
  echo "setup-kaggle: not checked, curl is not there"
  exit 0
fi
base="https://api.kaggle.com/v1"
[ -z "${PAYSCOPE_KAGGLE_ENDPOINT:-}" ] || base="${PAYSCOPE_KAGGLE_ENDPOINT%/}/api/v1"
case "$base" in
  *@*) fail "PAYSCOPE_KAGGLE_ENDPOINT: expected no user in the URL" ;;
  https://* | http://127.0.0.1:* | http://localhost:*) ;;
  *) fail "PAYSCOPE_KAGGLE_ENDPOINT: expected https://, or http:// on this machine" ;;
esac
# The secret goes to curl on its standard input: arguments can be seen by every user of the machine.
status=$(curl -q --silent --output /dev/null --write-out '%{http_code}' --max-time 20 --connect-timeout 5 \
  --config - --header 'Content-Type: application/json' \
  --data '{"ownerSlug":"ealaxi","datasetSlug":"paysim1"}' \
  "$base/datasets.DatasetApiService/GetDataset" <<<"$authorization") || status=000
case "$status" in
  200) echo "setup-kaggle: Kaggle takes it" ;;
  401 | 403)
    echo "setup-kaggle: Kaggle refuses it (status $status): make a new one at https://www.kaggle.com/settings" >&2
    exit 1
    ;;
  *) echo "setup-kaggle: not checked, Kaggle cannot be reached (status $status)" ;;
esac
