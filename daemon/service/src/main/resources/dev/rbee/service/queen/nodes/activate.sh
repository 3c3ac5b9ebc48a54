# Points current at a version: $1 install path, $2 version, $3 "prune" to delete what is neither current, nor previous, nor running.
locate "$1"
[ -x "$install/versions/$2/bin/rbee-hive" ] || refuse no_version
previous=$(current)
if [ "$previous" != "$2" ]; then
  error=$(rm -f "$install/current.new" && ln -s "versions/$2" "$install/current.new" 2>&1) || write_failed "$install" "$error"
  # In one step where mv can do that: GNU's and busybox's -T, BSD's -h.
  mv -fT "$install/current.new" "$install/current" 2>/dev/null || mv -fh "$install/current.new" "$install/current" 2>/dev/null ||
    { rm -f "$install/current" && mv -f "$install/current.new" "$install/current"; }
  [ "$(current)" = "$2" ] || refuse write_failed 'current does not point at the new version'
fi
say previous "$previous"
if [ "$3" = prune ]; then
  running=$(for pid in $(ours); do version_of "$pid" "$install"; done)
  for old in "$install"/versions/* "$install"/versions/.*.new; do
    [ -d "$old" ] || continue
    name=${old##*/}
    if [ "$name" != "$2" ] && [ "$name" != "$previous" ] && ! printf '%s\n' "$running" | grep -qxF "$name"; then rm -rf "$old"; fi
  done
  rm -f "$install"/uploads/*.part
fi
finish
