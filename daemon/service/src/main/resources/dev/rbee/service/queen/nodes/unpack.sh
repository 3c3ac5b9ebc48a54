# Checks and unpacks a bundle: $1 install path, $2 version, $3 the file that was uploaded, $4 its SHA-256.
locate "$1"
uploaded() { case $file in "$install"/uploads/*) ;; *) return 1 ;; esac; } # what was built there is kept
file=$3
into=$install/versions/$2
if [ ! -d "$into" ]; then
  [ "$(hash_of "$3")" = "$4" ] || { uploaded && rm -f "$3"; refuse bad_hash; }
  new=$install/versions/.$2.new
  rm -rf "$new"
  error=$(mkdir "$new" 2>&1) || write_failed "$install" "$error"
  error=$( (cd "$new" && tar -xzof "$3") 2>&1) || {
    rm -rf "$new"
    write_failed "$install" "$(printf '%s\n' "$error" | tail -n 1)"
  }
  [ -x "$new/bin/rbee-hive" ] || { rm -rf "$new"; refuse bad_bundle; }
  error=$(mv "$new" "$into" 2>&1) || { rm -rf "$new"; write_failed "$install" "$error"; }
fi
uploaded && rm -f "$file"
finish
