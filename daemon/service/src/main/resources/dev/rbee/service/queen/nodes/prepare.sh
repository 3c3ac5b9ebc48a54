# Makes the folders and the marker: $1 install path, $2 node, $3 owner. Harmless when they are there.
locate "$1"
if [ -f "$marker" ]; then
  [ "$(json "$marker" owner)" = "$3" ] || refuse other_owner "$(json "$marker" node_name)"
  [ "$(json "$marker" node_name)" = "$2" ] || refuse other_node "$(json "$marker" node_name)"
fi
# Folders of these names that are not ours would be deleted at the end.
if [ ! -f "$marker" ]; then
  for name in versions home uploads build current; do
    if [ -e "$install/$name" ] || [ -L "$install/$name" ]; then refuse folder_taken "$install/$name"; fi
  done
fi
fresh=true
[ -d "$install" ] && fresh=false
folder "$install" || { error=$(mkdir -p "$install" 2>&1); unmake; write_failed "$standing" "$error"; }
if [ ! -f "$marker" ]; then
  error=$({ printf '{"schema":1,"node_name":"%s","owner":"%s","created_folder":%s}\n' "$2" "$3" "$fresh" >"$marker.new" &&
    mv -f "$marker.new" "$marker"; } 2>&1) || { rm -f "$marker.new"; unmake; write_failed "$standing" "$error"; }
  [ -s "$marker" ] || { rm -f "$marker"; unmake; write_failed "$standing" 'No space for the marker'; }
fi
error=$({ printf '%s' "$made" >>"$install/folders" && mkdir -p "$install/versions" "$install/uploads" "$home" "$home/logs" "$home/run" &&
  chmod 700 "$home" && : >"$install/uploads/.writable" && rm "$install/uploads/.writable"; } 2>&1) || write_failed "$install" "$error"
say path "$install"
for folder in "$install"/versions/*; do
  [ -d "$folder" ] && say version "${folder##*/}"
done
finish
