#!/usr/bin/env bash
# Signs what is made on Windows: windows.sh STAGE PATH, where STAGE is libraries, image or package. Runs wherever there is bash and Java.
# With WINDOWS_PFX (a file) and WINDOWS_PFX_PASSWORD: by that certificate. With AZURE_SIGNING_ENDPOINT, AZURE_SIGNING_ACCOUNT,
# AZURE_SIGNING_PROFILE and AZURE_SIGNING_TOKEN: by Azure's signing service. Without either: nothing.
# JSIGN is the jar of jsign (default: beside this script, see fetch-jsign.sh). TIMESTAMP is the address of a clock that signs, or none.
set -euo pipefail

stage=$1
what=$2
here=$(cd "$(dirname "$0")" && pwd)
clock=${TIMESTAMP:-http://timestamp.acs.microsoft.com}

if [ -n "${WINDOWS_PFX:-}" ]; then
  key=(--storetype PKCS12 --keystore "$WINDOWS_PFX" --storepass env:WINDOWS_PFX_PASSWORD)
elif [ -n "${AZURE_SIGNING_ENDPOINT:-}" ]; then
  key=(--storetype TRUSTEDSIGNING --keystore "$AZURE_SIGNING_ENDPOINT" --storepass env:AZURE_SIGNING_TOKEN
    --alias "$AZURE_SIGNING_ACCOUNT/$AZURE_SIGNING_PROFILE")
else
  echo "not signed, for want of a certificate: $(basename "$what")"
  exit 0
fi
[ "$clock" = none ] || key+=(--tsaurl "$clock" --tsmode RFC3161 --tsretries 5)

case $stage in
  libraries) exit 0 ;; # Windows looks at programs and installers only
  image)
    files=()
    while IFS= read -r file; do files+=("$file"); done < <(find "$what" -maxdepth 1 -name '*.exe' | sort)
    [ "${#files[@]}" -gt 0 ] || { echo "windows.sh: no program in $what" >&2; exit 1; }
    ;;
  package) files=("$what") ;;
  *) echo "windows.sh: no stage $stage" >&2; exit 2 ;;
esac

# jpackage leaves its programs read-only.
chmod u+w "${files[@]}"
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -jar "${JSIGN:-$here/jsign.jar}" sign "${key[@]}" --alg SHA-256 --replace \
  --name rbee "${files[@]}"
echo "signed: ${#files[@]} file(s) of $(basename "$what")"
