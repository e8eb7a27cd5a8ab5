#!/bin/sh
# Au premier démarrage de PostgreSQL : un compte qui copie le journal, et rien d'autre.
# At the first start of PostgreSQL: an account that copies the log, and does nothing else.
set -eu
psql --quiet --set ON_ERROR_STOP=1 --set password="$REPLICATION_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
CREATE ROLE hub_replication REPLICATION LOGIN PASSWORD :'password';
SQL
echo 'host replication hub_replication all scram-sha-256' >> "$PGDATA/pg_hba.conf"
psql --quiet --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --command 'SELECT pg_reload_conf()' > /dev/null
