#!/usr/bin/env bash
# Signs what is made on macOS: macos.sh STAGE PATH, where STAGE is libraries, image or package.
# With MACOS_IDENTITY ("Developer ID Application: …", in a keychain that is open): programs, libraries and disk images.
# With MACOS_INSTALLER_IDENTITY ("Developer ID Installer: …"): .pkg files.
# With NOTARY_KEY (file of an App Store Connect key), NOTARY_KEY_ID, NOTARY_ISSUER: asks Apple's notary, and fastens its answer.
# Without MACOS_IDENTITY an image is signed by nobody in particular, since processors of Apple run nothing that is not signed at all.
set -euo pipefail

stage=$1
what=$2
here=$(cd "$(dirname "$0")" && pwd)

developer=(--force --timestamp --options runtime --sign "${MACOS_IDENTITY:-}")

each() { # the files of a list, signed one by one
  while IFS= read -r file; do
    codesign "${developer[@]}" "$@" "$file"
  done
}

case $stage in
  libraries)
    [ -n "${MACOS_IDENTITY:-}" ] || exit 0
    find "$what" -type f \( -name '*.dylib' -o -name '*.jnilib' \) | sort | each
    ;;
  image)
    if [ -z "${MACOS_IDENTITY:-}" ]; then
      codesign --force --deep --sign - "$what"
      echo "signed by nobody in particular, for want of a certificate: $(basename "$what")"
      exit 0
    fi
    # From the inside to the outside: what contains signed things is signed after them.
    find "$what" -type f \( -name '*.dylib' -o -name '*.jnilib' \) | sort | each
    find "$what/Contents/runtime" -type f -perm -u+x ! -name '*.dylib' | sort | each --entitlements "$here/../macos/entitlements.plist"
    find "$what/Contents/MacOS" -type f | sort | each --entitlements "$here/../macos/entitlements.plist"
    codesign "${developer[@]}" "$what/Contents/runtime"
    codesign "${developer[@]}" --entitlements "$here/../macos/entitlements.plist" "$what"
    codesign --verify --deep --strict "$what"
    echo "signed: $(basename "$what")"
    ;;
  package)
    case $what in
      *.pkg)
        [ -n "${MACOS_INSTALLER_IDENTITY:-}" ] || { echo "not signed, for want of a certificate: $(basename "$what")"; exit 0; }
        productsign --timestamp --sign "$MACOS_INSTALLER_IDENTITY" "$what" "$what.signed"
        mv "$what.signed" "$what"
        ;;
      *)
        [ -n "${MACOS_IDENTITY:-}" ] || { echo "not signed, for want of a certificate: $(basename "$what")"; exit 0; }
        codesign --force --timestamp --sign "$MACOS_IDENTITY" "$what"
        ;;
    esac
    if [ -n "${NOTARY_KEY:-}" ]; then
      xcrun notarytool submit "$what" --key "$NOTARY_KEY" --key-id "$NOTARY_KEY_ID" --issuer "$NOTARY_ISSUER" --wait --timeout 30m
      xcrun stapler staple "$what"
    fi
    echo "signed: $(basename "$what")"
    ;;
  *) echo "macos.sh: no stage $stage" >&2; exit 2 ;;
esac
