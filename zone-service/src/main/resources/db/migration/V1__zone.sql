-- One row per zone. The columns beside raw and feature are for finding it.
create table zone (
  agency_id text not null,
  zone_id uuid not null,
  format text not null check (format in ('geojson', 'ed269')),
  identifier text not null,
  country text not null,
  name text not null,
  restriction text not null,
  content_hash text not null,
  -- The zone as published; the index is built from it.
  raw text not null,
  -- The zone as clients see it: a GeoJSON feature.
  feature text not null,
  min_lon double precision not null,
  min_lat double precision not null,
  max_lon double precision not null,
  max_lat double precision not null,
  created_at timestamptz not null,
  created_by text not null,
  primary key (agency_id, zone_id)
);
create index zone_by_creation on zone (agency_id, created_at, zone_id);

alter table zone enable row level security;
alter table zone force row level security;
create policy agency on zone to zone_app
  using (agency_id = (select nullif(current_setting('app.agency', true), '')))
  with check (agency_id = (select nullif(current_setting('app.agency', true), '')));
grant select, insert, update, delete on zone to zone_app;

-- Grows with every change of an agency's zones; instances compare it with what they have in memory.
create table zones_version (
  agency_id text not null primary key,
  version bigint not null,
  changed_at timestamptz not null
);

alter table zones_version enable row level security;
alter table zones_version force row level security;
create policy agency on zones_version to zone_app
  using (agency_id = (select nullif(current_setting('app.agency', true), '')))
  with check (agency_id = (select nullif(current_setting('app.agency', true), '')));
grant select, insert, update on zones_version to zone_app;

-- In which zones each track is. A row without stays guards against tracks being delivered again, for a day.
create table presence (
  agency_id text not null,
  track_id uuid not null,
  sequence bigint not null,
  last_fix_at timestamptz,
  inside boolean not null,
  stays json not null,
  -- Who it is and where it was last, as on the bus, without the pilot.
  sighting bytea not null,
  updated_at timestamptz not null default now(),
  primary key (agency_id, track_id)
) with (fillfactor = 70);
create index presence_ended on presence (agency_id, updated_at) where not inside;

alter table presence enable row level security;
alter table presence force row level security;
create policy agency on presence to zone_app
  using (agency_id = (select nullif(current_setting('app.agency', true), '')))
  with check (agency_id = (select nullif(current_setting('app.agency', true), '')));
grant select, insert, update, delete on presence to zone_app;

create table bus_position (
  consumer text not null,
  topic text not null,
  partition int not null,
  next_offset bigint not null,
  agencies text[] not null default '{}',
  primary key (consumer, topic, partition)
);
grant select, insert, update on bus_position to zone_app;
