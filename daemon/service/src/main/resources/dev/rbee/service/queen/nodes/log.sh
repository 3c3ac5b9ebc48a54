# The end of the hive's log: $1 install path, $2 lines. No answer lines: everything after the first is the log.
locate "$1"
tail -n "$2" "$home/logs/hive.log" 2>/dev/null
exit 0
