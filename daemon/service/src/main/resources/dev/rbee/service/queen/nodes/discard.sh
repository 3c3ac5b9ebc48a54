# Takes away what an interrupted installation has left beside a version that works: $1 install path.
locate "$1"
end_build
[ -f "$marker" ] && rm -rf "$install"/uploads/*.part "$install"/versions/.*.new
finish
