-- What Airwitness needs in a PostgreSQL that is there already: one schema for each service, the role that owns it and
-- migrates it, and the role the service works with, which row-level security binds. Run it in the database `airwitness`
-- as a superuser or as a role that may create roles; running it again completes what is missing and sets the passwords:
--
--   psql -h postgres.example -U postgres -d airwitness -v ON_ERROR_STOP=1 \
--     -v ingest=... -v ingest_owner=... -v track=... -v track_owner=... \
--     -v zone=... -v zone_owner=... -v alert=... -v alert_owner=... -f roles.sql
--
-- Each variable is the password of that role.

select format('create role %I', role)
from unnest(array['ingest_app', 'ingest_owner', 'track_app', 'track_owner', 'zone_app', 'zone_owner', 'alert_app', 'alert_owner']) role
where not exists (select from pg_roles where rolname = role)
\gexec

alter role ingest_app with login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'ingest';
alter role ingest_owner with login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'ingest_owner';
alter role track_app with login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'track';
alter role track_owner with login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'track_owner';
alter role zone_app with login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'zone';
alter role zone_owner with login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'zone_owner';
alter role alert_app with login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'alert';
alter role alert_owner with login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'alert_owner';

do $$
declare
  service text;
  role text;
begin
  revoke all on schema public from public;
  foreach service in array array['ingest', 'track', 'zone', 'alert'] loop
    -- Where the role that runs this is no superuser, it has to be a member of the owner to give it a schema.
    if not (select rolsuper from pg_roles where rolname = current_user) then
      execute format('grant %I to current_user', service || '_owner');
    end if;
    execute format('create schema if not exists %I authorization %I', service, service || '_owner');
    execute format('grant usage on schema %I to %I', service, service || '_app');
    foreach role in array array[service || '_app', service || '_owner'] loop
      execute format('alter role %I set search_path = %I', role, service);
      execute format('alter role %I set timezone = %L', role, 'UTC');
    end loop;
    role := service || '_app';
    execute format('alter role %I set statement_timeout = %L', role, '10s');
    execute format('alter role %I set lock_timeout = %L', role, '2s');
    execute format('alter role %I set idle_in_transaction_session_timeout = %L', role, '60s');
  end loop;
end
$$;
