# Starts the hive detached: $1 install path, $2 node. Settings and token are there already.
locate "$1"
[ -n "$(hive_pid)" ] && finish
version=$(current)
program=$install/versions/$version/bin/rbee-hive
[ -n "$version" ] && [ -x "$program" ] || refuse not_installed
java=
if [ ! -x "$install/versions/$version/runtime/bin/java" ]; then
  java=$(javas | head -n 1)
  java=${java#*|}
  [ -n "$java" ] || refuse no_java
fi
rm -f "$home/run/hive.json"
log=$home/logs/hive.log
# What was said before stays, within bounds.
if [ -f "$log" ] && [ "$(wc -c <"$log")" -gt 4000000 ]; then mv -f "$log" "$log.1"; fi
error=$({ : >>"$log"; } 2>&1) || write_failed "$install" "$error"

by_systemd() {
  has systemctl && systemctl --user show-environment >/dev/null 2>&1 || return 1
  unit=$(unit_file "$1")
  [ ! -f "$unit" ] || own_unit "$1" || return 1
  folder "${unit%/*}" && printf '%s' "$made" >>"$install/folders" || return 1
  cat >"$unit" <<UNIT || return 1
# Written by rbee at every start of this hive; removed with it.
[Unit]
Description=rbee hive $1
StartLimitIntervalSec=300
StartLimitBurst=5
[Service]
Environment="RBEE_HOME=$home"
Environment="RBEE_JAVA=$java"
WorkingDirectory=$home
ExecStart="$program"
StandardInput=null
StandardOutput=append:$log
StandardError=append:$log
Restart=on-failure
RestartSec=5
SuccessExitStatus=143
TimeoutStopSec=60
KillMode=mixed
UNIT
  name=$(unit_name "$1")
  systemctl --user daemon-reload >/dev/null 2>&1
  [ "$(systemctl --user show -p FragmentPath --value "$name" 2>/dev/null)" = "$unit" ] || return 1
  # Without lingering systemd ends everything of a user at the last logout, and our connection is a login.
  if [ "$(loginctl show-user "$(id -un)" -p Linger --value 2>/dev/null)" != yes ]; then
    loginctl --no-ask-password enable-linger >/dev/null 2>&1 || return 1
    : >"$install/lingering"
  fi
  systemctl --user reset-failed "$name" >/dev/null 2>&1
  systemctl --user start "$name" >/dev/null 2>&1
}

by_launchd() {
  [ "$(uname -s)" = Darwin ] && has launchctl || return 1
  agent=$(agent_file "$1")
  [ ! -f "$agent" ] || own_agent "$1" || return 1
  folder "${agent%/*}" && printf '%s' "$made" >>"$install/folders" || return 1
  cat >"$agent" <<PLIST || return 1
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>Label</key><string>$(agent_label "$1")</string>
<key>ProgramArguments</key><array><string>$program</string></array>
<key>EnvironmentVariables</key><dict><key>RBEE_HOME</key><string>$home</string><key>RBEE_JAVA</key><string>$java</string></dict>
<key>WorkingDirectory</key><string>$home</string>
<key>StandardOutPath</key><string>$log</string>
<key>StandardErrorPath</key><string>$log</string>
<key>RunAtLoad</key><true/>
<key>KeepAlive</key><dict><key>SuccessfulExit</key><false/></dict>
<key>ExitTimeOut</key><integer>60</integer>
</dict></plist>
PLIST
  for domain in "gui/$(id -u)" "user/$(id -u)"; do
    launchctl bootout "$domain/$(agent_label "$1")" >/dev/null 2>&1
    launchctl bootstrap "$domain" "$agent" >/dev/null 2>&1 && return 0
  done
  return 1
}

by_hand() {
  cd "$home" || refuse write_failed "cannot enter $home"
  RBEE_HOME=$home
  RBEE_JAVA=$java
  export RBEE_HOME RBEE_JAVA
  if has setsid; then
    nohup setsid "$program" </dev/null >>"$log" 2>&1 &
  else
    nohup "$program" </dev/null >>"$log" 2>&1 &
  fi
  say started "$!"
}

if by_systemd "$2"; then
  say by systemd
else
  own_unit "$2" && { rm -f "$(unit_file "$2")"; systemctl --user daemon-reload >/dev/null 2>&1; }
  if by_launchd "$2"; then
    say by launchd
  else
    own_agent "$2" && rm -f "$(agent_file "$2")"
    by_hand
    say by nohup
  fi
fi
finish
