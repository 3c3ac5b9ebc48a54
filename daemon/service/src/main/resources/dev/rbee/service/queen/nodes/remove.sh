# Takes away everything that was put here: $1 install path, $2 node, $3 owner. The hive has ended already.
locate "$1"
[ -f "$marker" ] || { say nothing yes; finish; }
[ "$(json "$marker" owner)" = "$3" ] || refuse other_owner "$(json "$marker" node_name)"
[ "$(json "$marker" node_name)" = "$2" ] || refuse other_node "$(json "$marker" node_name)"
end_build
unit=$(unit_file "$2")
own=$(own_unit "$2" && printf '%s' "$unit")
own_agent "$2" && own=$(agent_file "$2")
if own_unit "$2"; then
  rm -f "$unit"
  systemctl --user daemon-reload >/dev/null 2>&1
  systemctl --user reset-failed "$(unit_name "$2")" >/dev/null 2>&1
fi
own_agent "$2" && rm -f "$(agent_file "$2")"
if [ -f "$install/lingering" ]; then
  # Hives of other installations of this user need it still.
  set -- "$1" "$2" "$3" "$HOME"/.config/systemd/user/rbee-hive-*.service
  [ -e "$4" ] || loginctl --no-ask-password disable-linger >/dev/null 2>&1
fi
created=$(json "$marker" created_folder)
folders=$(cat "$install/folders" 2>/dev/null)
for name in versions uploads home build; do
  [ -e "$install/$name" ] || continue
  rm -rf "$install/$name" 2>/dev/null || { chmod -R u+rwX "$install/$name" 2>/dev/null; rm -rf "$install/$name" 2>/dev/null; }
done
rm -f "$install/current" "$install/current.new" "$install/lingering"
for path in "$install/versions" "$install/uploads" "$install/home" "$install/build" "$install/current" "$own"; do
  if [ -e "$path" ] || [ -L "$path" ]; then say left "$path"; stays=1; fi
done
for pid in $(ours); do say left "process $pid"; stays=1; done
[ -n "${stays:-}" ] && finish # the marker stays as long as anything does, so that it can be tried again
rm -f "$install/folders" "$marker"
[ "$created" = true ] && ls -A "$install" | while IFS= read -r name; do say foreign "$install/$name"; done
# Folders that were not there before, the deepest first; one that holds something else by now stays.
printf '%s\n' "$folders" | sed '1!G;h;$!d' | while IFS= read -r folder; do
  [ -n "$folder" ] && rmdir "$folder" 2>/dev/null
done
if [ "$created" = true ] && [ -d "$install" ] && [ -z "$(ls -A "$install" 2>/dev/null)" ]; then
  rmdir "$install" 2>/dev/null || say left "$install"
fi
finish
