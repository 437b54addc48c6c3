#!/bin/sh
# Runs once, when PostgreSQL makes its data: the Temporal server gets an account of its own, which may make its two databases.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$TEMPORAL_DB_PASSWORD" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
create role temporal login createdb password :'password';
SQL
