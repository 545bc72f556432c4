-- The life of a zone: its status, its validity, and every version it has had. A zone that is withdrawn stays.
alter table zone no force row level security;
alter table zone
  add column status text not null default 'active' check (status in ('draft', 'active', 'withdrawn')),
  add column valid_from timestamptz,
  add column valid_until timestamptz,
  add column version int not null default 1,
  add column changed_at timestamptz,
  add column changed_by text,
  -- Version of the agency's zones that this zone was last changed in: what is newer than the zones in memory.
  add column changed_in bigint not null default 0,
  -- The published set it belongs to; null for one that was drawn.
  add column set_id uuid;
-- Times are told beside the content since then.
update zone set changed_at = created_at, changed_by = created_by,
  feature = regexp_replace(feature, ',"createdAt":"[^"]*"\}\}$', '}}');
alter table zone alter column changed_at set not null, alter column changed_by set not null;
create index zone_by_change on zone (agency_id, changed_in);

create table zone_history (
  agency_id text not null,
  zone_id uuid not null,
  version int not null,
  change text not null check (change in ('created', 'replaced', 'activated', 'withdrawn')),
  -- Names of what differs from the version before.
  fields text[] not null,
  changed_at timestamptz not null,
  changed_by text not null,
  status text not null,
  valid_from timestamptz,
  valid_until timestamptz,
  format text not null,
  raw text not null,
  primary key (agency_id, zone_id, version)
);
insert into zone_history
  select agency_id, zone_id, version, 'created', '{}', changed_at, changed_by, status, valid_from, valid_until, format, raw
  from zone;
alter table zone force row level security;

alter table zone_history enable row level security;
alter table zone_history force row level security;
create policy agency on zone_history to zone_app
  using (agency_id = (select nullif(current_setting('app.agency', true), '')))
  with check (agency_id = (select nullif(current_setting('app.agency', true), '')));
grant select, insert on zone_history to zone_app;
