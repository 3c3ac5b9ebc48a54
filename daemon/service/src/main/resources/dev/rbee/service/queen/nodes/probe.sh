# Looks at the machine and changes nothing: $1 install path, $2 node, $3 port that is wanted for the hive, $4 usually /sys.
locate "$1"
say path "$install"
say standing "$standing"
say home "$HOME"
say user "$(id -un)"
say host "$(hostname 2>/dev/null || uname -n)"
say now "$(date +%s)"
os=$(uname -s)
say os "$os"
say arch "$(uname -m)"
for file in /etc/os-release /usr/lib/os-release; do
  [ -r "$file" ] && { say os_name "$(sed -n 's/^PRETTY_NAME="\{0,1\}\([^"]*\).*/\1/p' "$file" | head -n 1)"; break; }
done
[ "$os" = Darwin ] && say os_name "macOS $(sw_vers -productVersion 2>/dev/null)"
case $(ldd --version 2>&1 | head -n 1) in
  *musl*) say libc musl ;;
  *) glibc=$(getconf GNU_LIBC_VERSION 2>/dev/null) && say libc "$glibc" ;;
esac

if [ -r /proc/cpuinfo ]; then
  say cpu_name "$(sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo | head -n 1)"
  say cpu_threads "$(grep -c '^processor' /proc/cpuinfo)"
  say cpu_cores "$(awk -F: '/^physical id/ { p = $2 } /^core id/ { if (!((p, $2) in s)) { s[p, $2]; n++ } } END { print n + 0 }' /proc/cpuinfo)"
  say cpu_flags "$(sed -n -e 's/^flags[^:]*: *//p' -e 's/^Features[^:]*: *//p' /proc/cpuinfo | head -n 1)"
  say ram_total_kib "$(awk '/^MemTotal:/ { print $2 }' /proc/meminfo)"
  say ram_free_kib "$(awk '/^MemAvailable:/ { print $2 }' /proc/meminfo)"
else
  say cpu_name "$(sysctl -n machdep.cpu.brand_string 2>/dev/null)"
  say cpu_threads "$(sysctl -n hw.logicalcpu 2>/dev/null)"
  say cpu_cores "$(sysctl -n hw.physicalcpu 2>/dev/null)"
  say cpu_flags "$(sysctl -n machdep.cpu.features machdep.cpu.leaf7_features 2>/dev/null | tr 'A-Z\n' 'a-z ')"
  total=$(sysctl -n hw.memsize 2>/dev/null) && say ram_total_kib $((total / 1024))
  free=$(vm_stat 2>/dev/null | awk '/page size of/ { s = $8 } /Pages (free|inactive|speculative)/ { n += $NF } END { printf "%d", n * s / 1024 }') &&
    say ram_free_kib "$free"
fi

say disk_total_kib "$(df -Pk "$standing" 2>/dev/null | awk 'NR == 2 { print $2 }')"
say disk_free_kib "$(free_kib "$standing")"
[ -w "$standing" ] && say writable yes
mount=$(df -P "$standing" 2>/dev/null | awk 'NR == 2 { print $6 }')
say mount_options "$(awk -v m="$mount" '$2 == m { o = $4 } END { print o }' /proc/mounts 2>/dev/null)"

# GPUs: what NVIDIA's tool says, and what is on the bus.
if has nvidia-smi; then
  nvidia-smi --query-gpu=name,memory.total,memory.free,driver_version --format=csv,noheader,nounits 2>/dev/null </dev/null |
    while IFS= read -r line; do say nvidia "$line"; done
fi
for device in "$4"/bus/pci/devices/*; do
  case $(cat "$device/class" 2>/dev/null) in 0x0300* | 0x0302* | 0x0380*) ;; *) continue ;; esac
  vendor=$(cat "$device/vendor" 2>/dev/null)
  driver=
  [ -L "$device/driver" ] && driver=$(basename "$(readlink "$device/driver")")
  vram=$(cat "$device/mem_info_vram_total" 2>/dev/null)
  used=$(cat "$device/mem_info_vram_used" 2>/dev/null)
  say pci_gpu "$vendor|$(cat "$device/device" 2>/dev/null)|$driver|$vram|$used"
done
if [ "$os" = Darwin ] && [ "$(uname -m)" = arm64 ]; then say apple_gpu "$(sysctl -n machdep.cpu.brand_string 2>/dev/null)"; fi

javas | while IFS= read -r java; do
  say java "$java"
  found=${java#*|}
  [ -x "${found%/java}/javac" ] && say jdk "$java"
done

for tool in tar gzip awk sed grep df git; do
  has $tool || say missing $tool
done
has sha256sum || has shasum || has openssl || say missing sha256sum

if [ "$os" = Darwin ]; then
  has launchctl && say launchd yes
elif has systemctl && systemctl --user show-environment >/dev/null 2>&1; then
  say systemd yes
  say linger "$(loginctl show-user "$(id -un)" -p Linger --value 2>/dev/null)"
fi

taken=$(listeners)
if printf '%s\n' "$taken" | grep -qx "$3"; then say port_free no; else say port_free yes; fi
seed=$(od -An -N2 -tu2 /dev/urandom 2>/dev/null | tr -d ' ')
port=$((20000 + (${seed:-$$} % 11000)))
n=0
while [ $n -lt 8 ]; do
  port=$((port + 1))
  if ! printf '%s\n' "$taken" | grep -qx $port; then
    say free_port $port
    n=$((n + 1))
  fi
done

# The interface that the login came through, else the one to the outer world: for Wake-on-LAN.
mine=$(printf '%s' "${SSH_CONNECTION:-}" | awk '{ print $3 }')
nic=
case $mine in '' | 127.* | ::1) ;; *) nic=$(ip -o addr show 2>/dev/null | awk -v a="$mine" '{ split($4, x, "/"); if (x[1] == a) { print $2; exit } }') ;; esac
[ -n "$nic" ] || nic=$(awk '$2 == "00000000" { print $1; exit }' /proc/net/route 2>/dev/null)
[ -n "$nic" ] || nic=$(route -n get default 2>/dev/null | awk '/interface:/ { print $2 }')
if [ -n "$nic" ]; then
  mac=$(cat "$4/class/net/$nic/address" 2>/dev/null)
  [ -n "$mac" ] || mac=$(ifconfig "$nic" 2>/dev/null | awk '/ether/ { print $2; exit }')
  say mac "$mac"
  cast=$(ip -o -4 addr show dev "$nic" 2>/dev/null | sed -n 's/.* brd \([0-9.]*\).*/\1/p' | head -n 1)
  [ -n "$cast" ] || cast=$(ifconfig "$nic" 2>/dev/null | sed -n 's/.*broadcast \([0-9.]*\).*/\1/p' | head -n 1)
  say broadcast "$cast"
fi

if [ -f "$marker" ]; then
  say node "$(json "$marker" node_name)"
  say owner "$(json "$marker" owner)"
elif [ -d "$install" ] && [ -n "$(ls -A "$install" 2>/dev/null)" ]; then
  say foreign_folder yes
  for name in versions home uploads build current; do
    if [ -e "$install/$name" ] || [ -L "$install/$name" ]; then say taken "$name"; fi
  done
fi
say current "$(current)"
say_hive
finish
