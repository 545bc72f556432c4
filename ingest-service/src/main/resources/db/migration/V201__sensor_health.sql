-- What a sensor is, how it fares, and how far it hears.
alter table sensor
  add column enabled boolean not null default true,
  add column owner text,
  add column antenna jsonb,
  add column range_m double precision check (range_m > 0);

alter table sensor_activity
  add column frames_reported_at timestamptz,
  add column frames_heard_at timestamptz,
  add column state text,
  add column firmware text,
  add column model text,
  add column health text not null default 'online';

-- The farthest sighting of each hour and sector of 10 degrees.
create table sensor_reach (
  agency_id text not null,
  sensor_id text not null,
  hour timestamptz not null,
  sector smallint not null check (sector between 0 and 35),
  distance_m double precision not null,
  lat_deg double precision not null,
  lon_deg double precision not null,
  primary key (agency_id, sensor_id, hour, sector),
  foreign key (agency_id, sensor_id) references sensor (agency_id, id) on delete cascade
);
alter table sensor_reach enable row level security;
alter table sensor_reach force row level security;
create policy agency on sensor_reach to ingest_app
  using (agency_id = (select nullif(current_setting('app.agency', true), '')))
  with check (agency_id = (select nullif(current_setting('app.agency', true), '')));
grant select, insert, update, delete on sensor_reach to ingest_app;
