# Gets the sources and builds a bundle for this very system: $1 install path, $2 repository, $3 branch or empty, $4 os, $5 arch.
# What git and the build say goes to stderr, for whoever watches.
locate "$1"
jdk=
for found in $(javas | tr ' ' '?'); do
  path=$(printf '%s' "${found#*|}" | tr '?' ' ')
  if [ -x "${path%/java}/javac" ]; then jdk=$(cd -P "${path%/bin/java}" && pwd -P); break; fi
done
[ -n "$jdk" ] || refuse no_jdk
has git || refuse no_git
build=$install/build
src=$build/src
mkdir -p "$build" || write_failed "$install" "cannot make $build"
GIT_TERMINAL_PROMPT=0
GIT_SSH_COMMAND='ssh -oBatchMode=yes'
export GIT_TERMINAL_PROMPT GIT_SSH_COMMAND
if [ "$(git -C "$src" config remote.origin.url 2>/dev/null)" != "$2" ]; then
  rm -rf "$src"
  git init -q "$src" >&2 && git -C "$src" remote add -- origin "$2" >&2 || write_failed "$install" 'git init failed'
fi
git -C "$src" fetch --depth 1 -- origin "${3:-HEAD}" >&2 || refuse git_failed "${3:-HEAD} of $2 could not be fetched"
git -C "$src" checkout -q --force --detach FETCH_HEAD >&2 || write_failed "$install" 'git checkout failed'
commit=$(git -C "$src" rev-parse HEAD)
say commit "$commit"
out=$src/installers/target/image/node
newest() { ls -t "$out"/rbee-node-*-"$1-$2".tar.gz 2>/dev/null | head -n 1; }
if [ "$(cat "$build/built" 2>/dev/null)" != "$commit" ] || [ -z "$(newest "$4" "$5")" ]; then
  rm -f "$build/built"
  rm -rf "$out"
  # All that Maven keeps stays below this folder; the user's own settings count all the same.
  settings=$HOME/.m2/settings.xml
  JAVA_HOME=$jdk
  MAVEN_USER_HOME=$build/m2
  PATH=$jdk/bin:$PATH
  export JAVA_HOME MAVEN_USER_HOME PATH
  set -- "$1" "$2" "$3" "$4" "$5" -B -ntp "-Duser.home=$build" "-Dmaven.repo.local=$build/m2/repository" \
    -Drbee.fast=true -Dmaven.test.skip=true -pl installers -am package
  [ -r "$settings" ] && set -- "$@" -s "$settings"
  os=$4 arch=$5
  shift 5
  (cd "$src" && sh ./mvnw "$@") >&2 || {
    [ "$(free_kib "$install")" -lt 2048 ] && refuse storage_full 'the build ran out of space'
    refuse build_failed "commit $commit"
  }
  set -- '' '' '' "$os" "$arch"
  printf '%s\n' "$commit" >"$build/built"
fi
bundle=$(newest "$4" "$5")
[ -n "$bundle" ] || refuse no_bundle_built
say file "$bundle"
say sha256 "$(hash_of "$bundle")"
finish
