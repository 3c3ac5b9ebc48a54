# Ends the hive and everything it started: $1 install path, $2 node, $3 seconds it is given.
locate "$1"
[ -f "$marker" ] || finish
own_unit "$2" && systemctl --user stop --no-block "$(unit_name "$2")" >/dev/null 2>&1
if own_agent "$2"; then
  for domain in "gui/$(id -u)" "user/$(id -u)"; do launchctl bootout "$domain/$(agent_label "$2")" >/dev/null 2>&1 & done
fi
for pid in $(hive_pid); do kill "$pid" 2>/dev/null; done
left=$(($3 * 5))
while [ -n "$(ours)" ] && [ $left -gt 0 ]; do
  nap
  left=$((left - 1))
done
own_unit "$2" && [ -n "$(ours)" ] && systemctl --user kill -s KILL "$(unit_name "$2")" >/dev/null 2>&1
tries=50
while pids=$(ours) && [ -n "$pids" ] && [ $tries -gt 0 ]; do
  say killed "$(printf '%s' "$pids" | tr '\n' ' ')"
  kill -9 $pids 2>/dev/null
  nap
  tries=$((tries - 1))
done
[ -z "$(ours)" ] && rm -f "$home/run/hive.json"
for pid in $(ours); do say left "process $pid"; done
finish
