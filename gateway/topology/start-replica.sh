#!/bin/sh
# Une réplique en continu : copie le serveur au premier démarrage, puis suit son journal.
# A streaming replica: copies the server at its first start, then follows its log.
set -eu
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  until pg_basebackup --dbname "$PRIMARY_URL" --pgdata "$PGDATA" --write-recovery-conf --checkpoint fast --wal-method stream; do
    sleep 1
  done
  chmod 0700 "$PGDATA"
fi
exec postgres "$@"
