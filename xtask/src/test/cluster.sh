# Keeps a PostgreSQL cluster for as long as somebody holds the other end of its standard input.
set -u
programs=$1 folder=$2 port=$3
trap '' INT TERM HUP

end() {
    "$programs/pg_ctl" --pgdata="$folder/data" --mode=immediate --silent stop >&2
    rm -rf "$folder"
    exit "$1"
}

"$programs/initdb" --pgdata="$folder/data" --username=postgres --auth=trust --encoding=UTF8 --locale=C \
    --no-instructions >"$folder/log" 2>&1 || { cat "$folder/log" >&2; end 1; }

# Tests run side by side and each opens a pool, hence the number of connections.
"$programs/pg_ctl" --pgdata="$folder/data" --log="$folder/log" --wait --silent start --options="-p $port \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=300" \
    >&2 || { cat "$folder/log" >&2; end 1; }

echo ready
cat >/dev/null
end 0
