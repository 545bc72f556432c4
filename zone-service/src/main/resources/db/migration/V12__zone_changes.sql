-- The changes of an agency's zones. A change marks the zones it writes with its id and takes the next version at its
-- end, so that changes of different zones do not wait for each other.
create sequence zone_change_id;
grant usage on sequence zone_change_id to zone_app;

create table zone_change (
  agency_id text not null,
  change_id bigint not null,
  -- Version of the agency's zones that it made.
  version bigint not null,
  primary key (agency_id, change_id)
);
create index zone_change_by_version on zone_change (agency_id, version);

-- Until now zones were marked with the version itself.
alter table zone no force row level security;
insert into zone_change (agency_id, change_id, version)
  select distinct agency_id, changed_in, changed_in from zone;
select setval('zone_change_id', (select coalesce(max(changed_in), 0) + 1 from zone));
alter table zone force row level security;

alter table zone_change enable row level security;
alter table zone_change force row level security;
create policy agency on zone_change to zone_app
  using (agency_id = (select nullif(current_setting('app.agency', true), '')))
  with check (agency_id = (select nullif(current_setting('app.agency', true), '')));
create policy shared on zone_change for select to zone_app
  using (agency_id = '~shared' and (select nullif(current_setting('app.agency', true), '')) is not null);
grant select, insert on zone_change to zone_app;
