-- What a refused item needs to be read again, and what became of it since.
alter table quarantine
  add column format text,
  add column item int check (item >= 0),
  add column envelope bytea,
  add column state text not null default 'open' check (state in ('open', 'resubmitted')),
  add column first_reason text,
  add column tries int not null default 0,
  add column tried_at timestamptz,
  add column tried_by text,
  -- A search reads the beginning of a payload only, which this makes possible without fetching all of it.
  alter column payload set storage external;
create index quarantine_by_state on quarantine (agency_id, state, arrived_at, id);
create index quarantine_by_sensor on quarantine (agency_id, sensor_id, arrived_at, id);
create index quarantine_by_reason on quarantine (agency_id, reason, arrived_at, id);

-- Who looked at refused bytes, which may hold a pilot's position, and when.
create table quarantine_access (
  agency_id text not null,
  access_id uuid not null,
  at timestamptz not null,
  person text not null,
  quarantine_id uuid not null,
  primary key (agency_id, access_id)
);
alter table quarantine_access enable row level security;
alter table quarantine_access force row level security;
create policy agency on quarantine_access to ingest_app
  using (agency_id = (select nullif(current_setting('app.agency', true), '')))
  with check (agency_id = (select nullif(current_setting('app.agency', true), '')));
grant select, insert, delete on quarantine_access to ingest_app;
create index quarantine_access_oldest on quarantine_access (agency_id, at);
