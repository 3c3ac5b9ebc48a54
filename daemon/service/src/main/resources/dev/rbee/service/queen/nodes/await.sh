# Waits a few seconds for the hive to serve: $1 install path, $2 pid of by_hand's start or empty.
locate "$1"
n=0
while [ $n -lt 15 ]; do
  pid=$(hive_pid)
  if [ -n "$pid" ] && [ "$(json "$home/run/hive.json" pid)" = "$pid" ]; then
    say_hive
    say hive serving
    finish
  fi
  if [ -z "$pid" ] && ! { [ -n "$2" ] && kill -0 "$2" 2>/dev/null; }; then
    # Between the service manager's start and the program's own line there is a moment.
    [ $n -ge 5 ] && { say hive ended; finish; }
  fi
  nap
  n=$((n + 1))
done
say hive starting
finish
