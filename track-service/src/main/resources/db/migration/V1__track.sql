-- One row per sighting, partitioned by the day it was observed. Sightings of other days (recordings, wrong clocks)
-- lie in the default partition.
create table observation (
  agency_id text not null,
  track_id uuid not null,
  observed_at timestamptz not null,
  observation_id uuid not null,
  sensor_id text not null,
  sensor_agency_id text not null,
  received_at timestamptz,
  arrived_at timestamptz not null,
  transport smallint not null,
  rssi_dbm smallint,
  lat_e7 int,
  lon_e7 int,
  geodetic_altitude_cm int,
  pressure_altitude_cm int,
  height_cm int,
  height_reference smallint,
  speed_mmps int,
  course_cdeg int,
  vertical_speed_mmps int,
  findings text[] not null default '{}',
  raw_format text not null,
  raw bytea not null,
  primary key (agency_id, observed_at, observation_id)
) partition by range (observed_at);
create index observation_by_track on observation (agency_id, track_id, observed_at, observation_id);
create table observation_default partition of observation default;

alter table observation enable row level security;
alter table observation force row level security;
create policy agency on observation to track_app
  using (agency_id = (select nullif(current_setting('app.agency', true), '')))
  with check (agency_id = (select nullif(current_setting('app.agency', true), '')));
grant select, insert on observation to track_app;

-- The latest state of each track; updated often, so no index on what moves and room on the page.
create table track (
  agency_id text not null,
  track_id uuid not null,
  live boolean not null,
  heard_at timestamptz not null,
  last_seen_at timestamptz not null,
  lat double precision,
  lon double precision,
  state jsonb not null,
  primary key (agency_id, track_id)
) with (fillfactor = 70);

alter table track enable row level security;
alter table track force row level security;
create policy agency on track to track_app
  using (agency_id = (select nullif(current_setting('app.agency', true), '')))
  with check (agency_id = (select nullif(current_setting('app.agency', true), '')));
grant select, insert, update on track to track_app;

-- Who looked at pilots' positions, when and what for.
create table pilot_access (
  agency_id text not null,
  access_id uuid not null,
  at timestamptz not null default now(),
  person text not null,
  purpose text,
  request text not null,
  tracks int not null,
  primary key (agency_id, access_id)
);

alter table pilot_access enable row level security;
alter table pilot_access force row level security;
create policy agency on pilot_access to track_app
  using (agency_id = (select nullif(current_setting('app.agency', true), '')))
  with check (agency_id = (select nullif(current_setting('app.agency', true), '')));
grant select, insert on pilot_access to track_app;

create table bus_position (
  consumer text not null,
  topic text not null,
  partition int not null,
  next_offset bigint not null,
  agencies text[] not null default '{}',
  primary key (consumer, topic, partition)
);
grant select, insert, update on bus_position to track_app;

-- Makes the partitions of today and the days ahead and drops what is older than keep_days. It runs as the owner because
-- the application's role has no right to change tables; it reads no rows.
create function maintain_observation_partitions(keep_days int) returns void
  language plpgsql security definer set search_path = track, pg_temp set timezone = 'UTC' as $$
declare
  day date;
  part record;
begin
  perform pg_advisory_xact_lock(hashtext('maintain_observation_partitions'));
  for day in select generate_series(current_date, current_date + 3, interval '1 day')::date loop
    if to_regclass('track.observation_' || to_char(day, 'YYYYMMDD')) is null then
      execute format(
        'create table observation_%s partition of observation for values from (%L) to (%L)',
        to_char(day, 'YYYYMMDD'), day, day + 1);
    end if;
  end loop;
  for part in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'track.observation'::regclass and c.relname ~ '^observation_[0-9]{8}$'
      and to_date(right(c.relname, 8), 'YYYYMMDD') < current_date - keep_days
  loop
    execute format('drop table %I', part.relname);
  end loop;
end $$;
revoke all on function maintain_observation_partitions(int) from public;
grant execute on function maintain_observation_partitions(int) to track_app;

-- Today's partition must be there before the first row, or the row would go to the default one.
select maintain_observation_partitions(36500);
