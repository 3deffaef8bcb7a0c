#!/usr/bin/env bash
# Installs the package in a fresh Debian 12 and starts it there, as a person
# who has nothing but it. Needs root and the network.
#   try_deb.sh PACKAGE.deb FOLDER
# FOLDER keeps the fresh system for the next time.
set -euo pipefail
package=$(readlink -f "$1")
mkdir -p "$2"
folder=$(readlink -f "$2")
base=$folder/base
system=$folder/tried
[ "$(id -u)" -eq 0 ] || { echo "try_deb.sh: needs root" >&2; exit 3; }
say() { printf '%s\n' "$*" >&2; }

if command -v lintian >/dev/null; then
    say "lintian:"
    lintian --allow-root --tag-display-limit 0 "$package" >&2 || say "(see above)"
fi

if [ ! -e "$base/ready" ]; then
    say "A fresh Debian comes to $base ..."
    rm -rf "$base"
    debootstrap --variant=minbase bookworm "$base" >"$folder/debootstrap.log" 2>&1 ||
        { tail "$folder/debootstrap.log" >&2; exit 1; }
    touch "$base/ready"
fi
rm -rf "$system"
cp -a "$base" "$system"
cp "$package" "$system/tmp/rapport.deb"
cp /etc/resolv.conf "$system/etc/resolv.conf"

# In a mount and process namespace of its own: nothing is left behind.
cat >"$system/tmp/try.sh" <<'TRY'
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
echo 'APT::Install-Recommends "false";' >/etc/apt/apt.conf.d/90try
apt-get update -qq
apt-get install -y -qq /tmp/rapport.deb >/tmp/apt.log 2>&1 || { tail -n 20 /tmp/apt.log; exit 1; }
echo "installed: $(dpkg-query -W -f='${Package} ${Version}, ${Installed-Size} KiB' rapport)"
dpkg -V rapport
[ ! -e /usr/bin/gcc ] || { echo "a compiler came along"; exit 1; }
useradd -m trainee
as_trainee() { su trainee -s /bin/sh -c "cd; env -i HOME=/home/trainee PATH=/usr/bin:/bin LC_ALL=C.UTF-8 $*"; }
as_trainee rapport doctor
as_trainee rapport doctor | tr -s ' ' | grep -q 'Interface /usr/share/locale'
as_trainee rapport help --lang zh | head -n 1 | grep 飞行模拟器
as_trainee rapport check angry-caller --quick
as_trainee rapport play angry-caller --set 1 --moves open:tickets --json | head -c 200
echo
as_trainee rapport new mine/first
as_trainee rapport check mine --quick | tail -n 2

# Only now what a display takes.
apt-get install -y -qq xvfb man-db bash-completion >/tmp/apt.log 2>&1
Xvfb :7 -screen 0 1280x800x24 -nolisten tcp >/tmp/xvfb.log 2>&1 &
server=$!
for _ in $(seq 100); do [ -e /tmp/.X11-unix/X7 ] && break; sleep 0.1; done
as_trainee "DISPLAY=:7 SDL_VIDEODRIVER=x11 RAPPORT_TREE=/home/trainee/tree rapport" &
window=$!
# reaches PLACE: the window tells where it is.
reaches() {
    for _ in $(seq 200); do
        grep -qs "^{\"place\":\"$1\"" /home/trainee/tree && { echo "the window is at: $1"; return; }
        sleep 0.1
    done
    echo "the window never came to $1: $(head -n 1 /home/trainee/tree)"
    exit 1
}
reaches home
as_trainee "DISPLAY=:7 rapport open angry-caller"
reaches briefing
as_trainee "DISPLAY=:7 rapport open --at library"
reaches library
kill $(pidof rapport)
wait $window || true
man -w rapport
LC_ALL=C.UTF-8 man rapport 2>/dev/null | sed -n '/NAME\|Name/,/^$/p'
kill $server
apt-get remove -y -qq rapport >/dev/null 2>&1
rest=$(find /usr -name '*rapport*' -not -path '*/share/lintian/*')
[ -z "$rest" ] || { echo "left behind: $rest"; exit 1; }
echo "All is well."
TRY
unshare --mount --pid --fork bash -c '
    mount -t proc proc "$1/proc" && mount -t tmpfs tmpfs "$1/dev/shm" &&
        exec chroot "$1" bash /tmp/try.sh' - "$system"
