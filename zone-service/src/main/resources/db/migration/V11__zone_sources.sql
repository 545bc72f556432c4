-- Where a set is fetched from, and what came of it. When it is due stands in zone_work, under the id of the set.
create table zone_source (
  agency_id text not null,
  set_id uuid not null,
  url text not null,
  interval_s bigint not null check (interval_s > 0),
  -- Validators of the last document (RFC 9110, 8.8), for the next request to be conditional.
  etag text,
  last_modified text,
  -- Of its content, for servers that send no validators.
  sha256 bytea,
  -- The import it went into.
  job_id uuid,
  fetched_at timestamptz,
  -- What came of the last fetch, null while job_id tells.
  outcome text,
  primary key (agency_id, set_id)
);
alter table zone_source enable row level security;
alter table zone_source force row level security;
create policy agency on zone_source to zone_app
  using (agency_id = (select nullif(current_setting('app.agency', true), '')))
  with check (agency_id = (select nullif(current_setting('app.agency', true), '')));
grant select, insert, update, delete on zone_source to zone_app;

alter table zone_work add column kind text not null default 'import' check (kind in ('import', 'fetch'));
drop index zone_work_due;
create index zone_work_due on zone_work (kind, due_at);
