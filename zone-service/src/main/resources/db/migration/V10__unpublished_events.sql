-- Events that no record of the bus would bring about again: stored together with what they changed, then published.
create table unpublished_event (
  agency_id text not null,
  event_id uuid not null,
  -- In the order in which they were raised.
  number bigint generated always as identity,
  -- As on the bus.
  event bytea not null,
  primary key (agency_id, event_id)
);

alter table unpublished_event enable row level security;
alter table unpublished_event force row level security;
create policy agency on unpublished_event to zone_app
  using (agency_id = (select nullif(current_setting('app.agency', true), '')))
  with check (agency_id = (select nullif(current_setting('app.agency', true), '')));
grant select, insert, delete on unpublished_event to zone_app;
