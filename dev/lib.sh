# Shared by the commands in this folder; bash 3.2 will do.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
local_folder=$root/.local

die() {
  echo "$*" >&2
  exit 1
}

# The major version of the JDK in a folder; nothing where there is no compiler.
jdk_version() {
  local version=
  [ -x "$1/bin/javac" ] || return 0
  [ -r "$1/release" ] && version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ -n "$version" ] || version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  echo "$version"
}

# Sets JAVA_HOME: the one given if it is new enough, else the newest in the usual places.
find_jdk() {
  local best= best_version=0 version home
  version=$(jdk_version "${JAVA_HOME:-/nowhere}")
  if [ "${version:-0}" -lt 21 ]; then
    for home in /usr/lib/jvm/* "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/java/* /opt/jdk*; do
      version=$(jdk_version "$home")
      if [ "${version:-0}" -gt "$best_version" ]; then
        best=$home best_version=$version
      fi
    done
    if [ -x /usr/libexec/java_home ] && home=$(/usr/libexec/java_home -v 21+ 2>/dev/null); then
      version=$(jdk_version "$home")
      [ "${version:-0}" -gt "$best_version" ] && best=$home best_version=$version
    fi
    if [ "$best_version" -lt 21 ] && home=$(command -v javac); then
      home=$(readlink -f "$home" 2>/dev/null || echo "$home")
      version=$(jdk_version "${home%/bin/javac}")
      [ "${version:-0}" -gt "$best_version" ] && best=${home%/bin/javac} best_version=$version
    fi
    [ "$best_version" -ge 21 ] ||
      die "Kith needs a JDK 21 or newer; the newest found is ${best_version/#0/none}${best:+ ($best)}. Set JAVA_HOME to a newer one."
    JAVA_HOME=$best
  fi
  export JAVA_HOME
}

check_maven() {
  local version
  command -v mvn >/dev/null || die "Kith needs Maven 3.8 or newer; there is no mvn on the PATH."
  version=$(mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p')
  case $version in
    3.[89] | 3.[1-9][0-9] | [4-9].*) ;;
    *) die "Kith needs Maven 3.8 or newer; mvn is ${version:-not working}." ;;
  esac
}

# check_space <folder> <megabytes> <for what>
check_space() {
  local folder=$1 free
  while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
  [ -w "$folder" ] || die "$folder is not writable for $(id -un)."
  free=$(df -Pk "$folder" | awk 'NR == 2 { print int($4 / 1024) }')
  [ "$free" -ge "$2" ] || die "No space: $folder has $free MB free, $3 needs $2 MB."
}

check_disk() {
  mkdir -p "$local_folder" 2>/dev/null || die "$root is not writable for $(id -un)."
  if [ -d "$HOME/.m2/repository/org/keycloak/keycloak-quarkus-dist" ]; then
    check_space "$HOME/.m2" 100 "Maven"
  else
    check_space "$HOME/.m2" 1500 "Maven, for what it fetches once,"
  fi
  if [ -d "$local_folder/app" ]; then
    check_space "$local_folder" 300 "the suite"
  else
    check_space "$local_folder" 2000 "the suite"
  fi
}
