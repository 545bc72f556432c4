-- Registry, counters and quarantine. Every table with agency data is bound to the transaction's agency.

-- Who takes part is platform data: every instance must know all regions to route shared sightings.
create table agency (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
  name text not null,
  region text,
  created_at timestamptz not null
);
alter table agency enable row level security;
alter table agency force row level security;
create policy listed on agency for select to ingest_app using (true);
create policy registered on agency for insert to ingest_app with check (true);
grant select, insert on agency to ingest_app;

create table sensor (
  agency_id text not null references agency (id),
  id text not null check (id ~ '^[a-z0-9][a-z0-9-]{0,31}$'),
  name text not null,
  format text not null,
  lat_deg double precision,
  lon_deg double precision,
  altitude_m double precision,
  shared boolean not null,
  created_at timestamptz not null,
  primary key (agency_id, id),
  check ((lat_deg is null) = (lon_deg is null))
);

create table credential (
  agency_id text not null,
  sensor_id text not null,
  id uuid not null,
  salt bytea not null,
  hash bytea not null,
  created_at timestamptz not null,
  primary key (agency_id, sensor_id),
  foreign key (agency_id, sensor_id) references sensor (agency_id, id) on delete cascade
);

create table sensor_activity (
  agency_id text not null,
  sensor_id text not null,
  last_seen_at timestamptz not null,
  accepted bigint not null,
  duplicate bigint not null,
  quarantined jsonb not null,
  primary key (agency_id, sensor_id),
  foreign key (agency_id, sensor_id) references sensor (agency_id, id) on delete cascade
);

create table quarantine (
  agency_id text not null,
  id uuid not null,
  sensor_id text not null,
  reason text not null,
  detail text not null,
  arrived_at timestamptz not null,
  source text not null,
  payload bytea not null,
  payload_bytes int not null,
  primary key (agency_id, id)
);
create index quarantine_newest on quarantine (agency_id, arrived_at, id);

do $$
declare t text;
begin
  foreach t in array array['sensor', 'credential', 'sensor_activity', 'quarantine'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy agency on %I to ingest_app'
      ' using (agency_id = (select nullif(current_setting(''app.agency'', true), '''')))'
      ' with check (agency_id = (select nullif(current_setting(''app.agency'', true), '''')))', t);
    execute format('grant select, insert, update, delete on %I to ingest_app', t);
  end loop;
end $$;

-- Where the consumer of the quarantine topic goes on.
create table bus_position (
  consumer text not null,
  topic text not null,
  partition int not null,
  next_offset bigint not null,
  agencies text[] not null default '{}',
  primary key (consumer, topic, partition)
);
grant select, insert, update on bus_position to ingest_app;
