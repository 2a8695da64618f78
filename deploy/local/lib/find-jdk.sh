# Sets JAVA to the newest JDK 21 or later on this machine and JAVA_MAJOR to its version, or ends with one line.
# To be sourced by the scripts beside this folder.

# Reads the release file: starting a JVM only to ask for its version takes a second on a busy machine.
jdk_major() {
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

find_jdk() {
    JAVA=
    JAVA_MAJOR=0
    on_path=$(command -v java 2>/dev/null) && on_path=$(readlink -f "$on_path" 2>/dev/null) && on_path=${on_path%/bin/java}
    mac=$(/usr/libexec/java_home -v 21+ 2>/dev/null)
    for home in "$JAVA_HOME" "$on_path" "$mac" /usr/lib/jvm/* /opt/*jdk* /opt/*/*jdk* /opt/java/* \
        "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        [ -n "$home" ] && [ -x "$home/bin/javac" ] || continue
        major=$(jdk_major "$home")
        if [ "${major:-0}" -gt "$JAVA_MAJOR" ]; then
            JAVA_MAJOR=$major
            JAVA=$home/bin/java
        fi
    done
    if [ "$JAVA_MAJOR" -lt 21 ]; then
        echo "Constancia needs a JDK 21 or later; none in JAVA_HOME, PATH, /usr/lib/jvm, /opt, SDKMAN or ~/.jdks." >&2
        exit 69
    fi
}

find_jdk
