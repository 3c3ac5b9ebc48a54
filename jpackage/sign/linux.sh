#!/usr/bin/env bash
# Signs what is made on Linux: linux.sh STAGE PATH, where STAGE is libraries, image, package or sums.
# With GPG_KEY (name or fingerprint of a secret key that gpg has): .rpm files are signed inside, .deb files and lists of checksums beside (.asc).
# With MINISIGN_KEY (file of a secret key without a password): .deb files and lists of checksums get a .minisig beside them.
# Without them: nothing.
set -euo pipefail

stage=$1
what=$2

# Linux asks for no signatures of what runs; packages and lists of checksums are signed as a whole.
case $stage in
  libraries | image) exit 0 ;;
  package | sums) ;;
  *) echo "linux.sh: no stage $stage" >&2; exit 2 ;;
esac

if [ -z "${GPG_KEY:-}" ] && [ -z "${MINISIGN_KEY:-}" ]; then
  echo "not signed, for want of a key: $(basename "$what")"
  exit 0
fi

beside() {
  if [ -n "${GPG_KEY:-}" ]; then
    gpg --batch --yes --local-user "$GPG_KEY" --armor --output "$what.asc" --detach-sign "$what"
    gpg --batch --verify "$what.asc" "$what" 2>/dev/null
  fi
  if [ -n "${MINISIGN_KEY:-}" ]; then
    minisign -S -W -s "$MINISIGN_KEY" -m "$what" -x "$what.minisig" -t "$(basename "$what")" >/dev/null
  fi
}

case $what in
  *.rpm)
    if [ -n "${GPG_KEY:-}" ]; then
      rpmsign --define "_gpg_name $GPG_KEY" --define "__gpg $(command -v gpg)" --addsign "$what" >/dev/null
    fi
    ;;
  *) beside ;;
esac
echo "signed: $(basename "$what")"
