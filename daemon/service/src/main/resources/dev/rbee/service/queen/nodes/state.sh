# Where this installation stands: $1 install path, $2 port that is wanted for the hive. Changes nothing.
locate "$1"
say path "$install"
say home "$HOME"
if [ -f "$marker" ]; then
  say node "$(json "$marker" node_name)"
  say owner "$(json "$marker" owner)"
fi
say current "$(current)"
for folder in "$install"/versions/*; do
  [ -d "$folder" ] && say version "${folder##*/}"
done
say_hive
if port_free "$2"; then say port_free yes; else say port_free no; fi
finish
