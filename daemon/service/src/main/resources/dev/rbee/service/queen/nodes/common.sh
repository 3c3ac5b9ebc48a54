# What every script of this package begins with. POSIX sh only (tried with dash): it runs under whatever shell the machine has.
# The answer is lines of key=value between "rbee=begin" and "rbee=end"; whatever a login shell prints before is no part of it.
set -u
umask 077
LC_ALL=C
PATH=${PATH:-/usr/bin:/bin}:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin:/usr/lib/wsl/lib
XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-/run/user/$(id -u)}
export LC_ALL PATH XDG_RUNTIME_DIR

say() { printf '%s=%s\n' "$1" "$2"; }
finish() { say rbee end; exit "${1:-0}"; }
refuse() { say refused "$1"; say why "${2:-}"; finish 0; } # an answer, not a failure of the script
has() { command -v "$1" >/dev/null 2>&1; }
nap() { sleep 0.2 2>/dev/null || sleep 1; }
json() { sed -n "s/.*\"$2\" *: *\"\{0,1\}\([^\",}]*\).*/\1/p" "$1" 2>/dev/null | head -n 1; } # one plain value of our own small files

# The folder as it really is: absolute, links resolved as far as it exists. Sets $install and $standing, the part that exists.
locate() {
  case $1 in
    '~') standing=$HOME ;;
    '~/'*) standing=$HOME/${1#'~/'} ;;
    /*) standing=$1 ;;
    *) standing=$HOME/$1 ;;
  esac
  rest=
  while [ ! -d "$standing" ] && [ "$standing" != / ]; do
    rest=/${standing##*/}$rest
    standing=${standing%/*}
    [ -n "$standing" ] || standing=/
  done
  standing=$(cd -P "$standing" 2>/dev/null && pwd -P) || standing=/
  install=${standing%/}$rest
  [ -n "$install" ] || install=/
  marker=$install/node.json
  home=$install/home
}

# Makes a folder and notes in $made each one that was not there, so that removal can take away exactly those.
made=
folder() {
  [ -d "$1" ] && return 0
  case $1 in */*) folder "${1%/*}" || return 1 ;; esac
  [ -z "$1" ] && return 0
  mkdir "$1" 2>/dev/null || return 1
  made="$made$1
"
}

# Takes away the folders that were just made.
unmake() {
  printf '%s' "$made" | sed '1!G;h;$!d' | while IFS= read -r one; do
    [ -n "$one" ] && rmdir "$one" 2>/dev/null
  done
  made=
}

# Ports that somebody listens on.
listeners() {
  if [ -r /proc/net/tcp ]; then
    cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | awk '$4 == "0A" { n = split($2, a, ":"); print a[n] }' | sort -u |
      while read -r hex; do printf '%d\n' "0x$hex"; done
  else
    netstat -an 2>/dev/null | awk '/LISTEN/ { n = split($4, a, /[.:]/); print a[n] }' | sort -u
  fi
}
port_free() { ! listeners | grep -qx "$1"; }

# Processes of the rbee that is installed here: hive and workers; nothing else that only mentions the folder.
ours() {
  if [ -r /proc/self/cmdline ]; then
    about=$(printf '%s\n' "$install/versions/" | grep -alF -f - /proc/[0-9]*/cmdline 2>/dev/null)
    [ -n "$about" ] || return 0
    grep -alF -e dev.rbee. -e bin/rbee-hive $about 2>/dev/null | sed 's|^/proc/||; s|/cmdline$||'
  else
    ps -axwwo pid=,command= | OURS="$install/versions/" awk \
      'index($0, ENVIRON["OURS"]) && (/dev\.rbee\./ || /bin\/rbee-hive/) { print $1 }'
  fi
}
# A build that goes on though nobody waits for it any more.
end_build() {
  [ -d "$install/build" ] && [ -r /proc/self/cmdline ] || return 0
  for file in $(printf '%s\n' "$install/build/" | grep -alF -f - /proc/[0-9]*/cmdline 2>/dev/null); do
    pid=${file#/proc/}
    kill -9 "${pid%/cmdline}" 2>/dev/null
  done
}
command_of() {
  if [ -r "/proc/$1/cmdline" ]; then tr '\000' ' ' <"/proc/$1/cmdline" 2>/dev/null; else ps -wwo command= -p "$1" 2>/dev/null; fi
}
hive_pid() {
  for pid in $(ours); do
    case $(command_of "$pid") in
      *dev.rbee.service.boot.Main*' hive'* | */bin/rbee-hive*) printf '%s\n' "$pid"; return 0 ;;
    esac
  done
}
version_of() { command_of "$1" | sed -n "s|.*$2/versions/\([^/]*\)/.*|\1|p" | head -n 1; }

# Says the hive that runs: its process, and its port once it serves.
say_hive() {
  pid=$(hive_pid)
  [ -n "$pid" ] || return 1
  say hive_pid "$pid"
  say hive_version "$(version_of "$pid" "$install")"
  if [ "$(json "$home/run/hive.json" pid)" = "$pid" ]; then say hive_port "$(json "$home/run/hive.json" port)"; fi
}

current() { if [ -L "$install/current" ]; then basename "$(readlink "$install/current")"; fi; }

# The Javas of this machine that are 25 or newer, as version|path, the best first.
java_version() { # of a java executable, by its release file where there is one
  exe=$1
  hops=0
  while [ -L "$exe" ] && [ $hops -lt 20 ]; do
    to=$(readlink "$exe")
    case $to in /*) exe=$to ;; *) exe=${exe%/*}/$to ;; esac
    hops=$((hops + 1))
  done
  release=${exe%/bin/java}/release
  if [ -r "$release" ]; then
    sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$release" | head -n 1
  else
    "$1" -version 2>&1 </dev/null | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1
  fi
}
javas() {
  seen=' '
  for java in "${RBEE_JAVA:-}" "${JAVA_HOME:-}/bin/java" "$(command -v java 2>/dev/null)" \
    /usr/lib/jvm/*/bin/java /usr/lib64/jvm/*/bin/java /usr/java/*/bin/java /opt/*/bin/java /opt/java/*/bin/java \
    "$HOME"/.jdks/*/bin/java "$HOME"/.sdkman/candidates/java/*/bin/java "$HOME"/.local/share/mise/installs/java/*/bin/java \
    /Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java \
    /opt/homebrew/opt/openjdk*/bin/java /usr/local/opt/openjdk*/bin/java; do
    [ -f "$java" ] && [ -x "$java" ] || continue
    version=$(java_version "$java")
    major=${version%%[!0-9]*}
    [ -n "$major" ] && [ "$major" -ge 25 ] || continue
    where=$(cd -P "${java%/*}" 2>/dev/null && pwd -P) || continue
    case $seen in *" $where "*) continue ;; esac
    seen="$seen$where "
    printf '%s|%s\n' "$version" "$java"
  done
}

hash_of() {
  if has sha256sum; then sha256sum <"$1" | cut -d ' ' -f 1
  elif has shasum; then shasum -a 256 <"$1" | cut -d ' ' -f 1
  else openssl dgst -sha256 <"$1" | sed 's/.*[ =]//'; fi
}

free_kib() { df -Pk "$1" 2>/dev/null | awk 'NR == 2 { print $4 }'; }
# Says why something could not be written below a folder.
write_failed() { # folder, message of the failed command
  free=$(free_kib "$1")
  case $2 in
    *[Nn]'o space'* | *[Qq]uota* | *'ile too large'* | *'ize limit'*) refuse storage_full "$2" ;;
    *ead-only*) refuse read_only "$2" ;;
  esac
  [ "${free:-999999}" -lt 64 ] && refuse storage_full "$2"
  refuse write_failed "$2"
}

unit_name() { printf 'rbee-hive-%s.service' "$1"; }
unit_file() { printf '%s/.config/systemd/user/%s' "$HOME" "$(unit_name "$1")"; }
agent_label() { printf 'dev.rbee.hive.%s' "$1"; }
# Another installation of this user may have a node of the same name.
own_unit() { [ -f "$(unit_file "$1")" ] && grep -qF "\"RBEE_HOME=$home\"" "$(unit_file "$1")"; }
own_agent() { [ -f "$(agent_file "$1")" ] && grep -qF "<string>$home</string>" "$(agent_file "$1")"; }
agent_file() { printf '%s/Library/LaunchAgents/%s.plist' "$HOME" "$(agent_label "$1")"; }

