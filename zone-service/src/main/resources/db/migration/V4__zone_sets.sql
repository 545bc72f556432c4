-- Published sets of zones, their editions, the imports that make them, and what of them cannot be used.
-- Owner '~shared' is the platform: its sets are stored once and read by the agencies that subscribe to them.
create table zone_set (
  agency_id text not null,
  set_id uuid not null,
  name text not null,
  -- A bundled source profile, or null when only the format is known.
  source text,
  format text not null,
  edition int not null default 0,
  edition_at timestamptz,
  created_at timestamptz not null,
  created_by text not null,
  -- What came of the last import.
  result text,
  primary key (agency_id, set_id),
  unique (agency_id, name)
);

create table set_subscription (
  agency_id text not null,
  set_id uuid not null,
  since timestamptz not null,
  subscribed_by text not null,
  primary key (agency_id, set_id)
);

create table import_job (
  agency_id text not null,
  job_id uuid not null,
  -- Null for a document that belongs to no set: its zones are added to the others.
  set_id uuid,
  source text,
  format text not null,
  dry_run boolean not null,
  -- Why an edition is taken although the guard refuses it.
  override text,
  state text not null check (state in ('queued', 'reading', 'checking', 'storing', 'done', 'refused', 'failed')),
  reason text,
  document bytea,
  read int, added int, removed int, changed int, unchanged int, refused int, edition int,
  differences text,
  created_at timestamptz not null,
  created_by text not null,
  finished_at timestamptz,
  primary key (agency_id, job_id)
);
create index import_job_by_creation on import_job (agency_id, created_at, job_id);
create unique index import_job_one_per_set on import_job (agency_id, set_id)
  where state in ('queued', 'reading', 'checking', 'storing');

create table import_issue (
  agency_id text not null,
  job_id uuid not null,
  n int not null,
  path text not null,
  code text not null,
  severity text not null,
  message text not null,
  primary key (agency_id, job_id, n)
);

create table zone_quarantine (
  agency_id text not null,
  quarantine_id uuid not null,
  job_id uuid not null,
  set_id uuid,
  path text not null,
  country text not null,
  identifier text not null,
  name text not null,
  reasons text not null,
  raw text not null,
  found_at timestamptz not null,
  primary key (agency_id, quarantine_id)
);
create index zone_quarantine_by_time on zone_quarantine (agency_id, found_at, quarantine_id);

-- What is to be done by one instance at a time: an import to run. Ids alone; due_at of work that is
-- being done is when its lease ends.
create table zone_work (
  agency_id text not null,
  work_id uuid not null,
  due_at timestamptz not null,
  attempts int not null default 0,
  primary key (agency_id, work_id)
) with (fillfactor = 70);
create index zone_work_due on zone_work (due_at);

do $$
declare t text;
begin
  foreach t in array array['zone_set', 'set_subscription', 'import_job', 'import_issue', 'zone_quarantine', 'zone_work'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy agency on %I to zone_app
      using (agency_id = (select nullif(current_setting('app.agency', true), '')))
      with check (agency_id = (select nullif(current_setting('app.agency', true), '')))$p$, t);
  end loop;
end $$;

-- What is shared is read by subscribers; only its owner writes it.
create policy shared on zone_set for select to zone_app
  using (agency_id = '~shared' and (select nullif(current_setting('app.agency', true), '')) is not null);
create policy shared on zone for select to zone_app
  using (agency_id = '~shared' and set_id in (select s.set_id from set_subscription s
    where s.agency_id = (select nullif(current_setting('app.agency', true), ''))));
-- Its owner knows who subscribes, and tells them that something has changed.
create policy owner_of_shared on set_subscription for select to zone_app
  using ((select current_setting('app.agency', true)) = '~shared');
create policy shared on zones_version for select to zone_app
  using (agency_id = '~shared' and (select nullif(current_setting('app.agency', true), '')) is not null);
create policy owner_of_shared_sees on zones_version for select to zone_app
  using ((select current_setting('app.agency', true)) = '~shared'
    and agency_id in (select s.agency_id from set_subscription s));
create policy owner_of_shared on zones_version for update to zone_app
  using ((select current_setting('app.agency', true)) = '~shared'
    and agency_id in (select s.agency_id from set_subscription s))
  with check ((select current_setting('app.agency', true)) = '~shared'
    and agency_id in (select s.agency_id from set_subscription s));
-- Transactions that look for work set app.drainer, which opens these ids and nothing else.
create policy drainer on zone_work to zone_app
  using ((select current_setting('app.drainer', true)) = 'on')
  with check ((select current_setting('app.drainer', true)) = 'on');

grant select, insert, update, delete on zone_set, set_subscription, zone_quarantine, zone_work to zone_app;
grant select, insert, update on import_job to zone_app;
grant select, insert on import_issue to zone_app;
