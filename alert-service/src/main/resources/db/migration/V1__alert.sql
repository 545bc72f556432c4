-- Schema of alert-service. Owner: alert_owner (migrations only). Used by: alert_app, bound by row-level security.

create table alert (
  agency_id text not null,
  id uuid not null,
  sequence bigint not null,
  rule text not null,
  state text not null check (state in ('raised', 'acknowledged', 'resolved')),
  severity text not null check (severity in ('critical', 'major')),
  track_id uuid not null,
  drone_id text not null,
  drone_id_type text not null,
  uas_id text not null,
  zone_id uuid not null,
  zone_name text not null,
  restriction text not null,
  vertical_verdict text not null check (vertical_verdict in ('IN', 'UNKNOWN')),
  raised_at timestamptz not null,
  lat_deg double precision not null,
  lon_deg double precision not null,
  observed_at timestamptz not null,
  last_lat_deg double precision not null,
  last_lon_deg double precision not null,
  last_observed_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by text,
  acknowledge_note text,
  resolved_at timestamptz,
  resolve_reason text,
  primary key (agency_id, id)
) with (fillfactor = 70);
create index alert_newest on alert (agency_id, created_at desc, id desc);
create index alert_open on alert (agency_id, created_at desc, id desc) where state <> 'resolved';

-- What happened to alerts and is not yet on the bus, as the record to publish.
create table alert_change (
  agency_id text not null,
  alert_id uuid not null,
  sequence bigint not null,
  record bytea not null,
  primary key (agency_id, alert_id, sequence)
);

create table subscription (
  agency_id text not null,
  id uuid not null,
  type text not null check (type in ('webhook')),
  url text not null,
  -- Key of the signatures. It must be readable to sign with; encryption at rest comes with the key service.
  secret bytea not null check (octet_length(secret) between 24 and 64),
  events text[] not null,
  state text not null check (state in ('active', 'disabled')),
  created_at timestamptz not null,
  primary key (agency_id, id)
);

create table delivery (
  agency_id text not null,
  id uuid not null,
  subscription_id uuid not null,
  alert_id uuid not null,
  event text not null,
  body text not null,
  state text not null check (state in ('pending', 'delivered', 'failed')),
  attempts int not null default 0,
  last_attempt_at timestamptz,
  last_status int,
  last_error text,
  next_attempt_at timestamptz,
  created_at timestamptz not null,
  delivered_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, subscription_id) references subscription (agency_id, id) on delete cascade
);
create index delivery_newest on delivery (agency_id, subscription_id, created_at desc, id desc);

-- The two outboxes hold ids alone: what is due, of whom, and when. Whoever drains them works for all agencies and
-- therefore first reads only these ids, and then the content one agency after the other, under its own policy.
create table change_outbox (
  position bigint generated always as identity primary key,
  agency_id text not null,
  alert_id uuid not null,
  sequence bigint not null
);

-- due_at is when to try next; of a leased row, when its lease ends and anybody may try again.
create table delivery_outbox (
  agency_id text not null,
  delivery_id uuid not null,
  subscription_id uuid not null,
  attempts int not null default 0,
  due_at timestamptz not null,
  leased boolean not null default false,
  primary key (agency_id, delivery_id),
  foreign key (agency_id, delivery_id) references delivery (agency_id, id) on delete cascade
) with (fillfactor = 70);
create index delivery_outbox_due on delivery_outbox (agency_id, subscription_id, due_at);

create table bus_position (
  consumer text not null,
  topic text not null,
  partition int not null,
  next_offset bigint not null,
  agencies text[] not null default '{}',
  primary key (consumer, topic, partition)
);

do $$
declare t text;
begin
  foreach t in array array['alert', 'alert_change', 'subscription', 'delivery', 'change_outbox', 'delivery_outbox'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy agency on %I to alert_app
      using (agency_id = (select nullif(current_setting('app.agency', true), '')))
      with check (agency_id = (select nullif(current_setting('app.agency', true), '')))$p$, t);
  end loop;
end $$;

-- Transactions that drain set app.drainer; it opens the ids in the two outboxes and nothing else. The same login role
-- serves both, so that a deployment has one secret; no request handler sets it.
create policy drainer on change_outbox to alert_app
  using ((select current_setting('app.drainer', true)) = 'on')
  with check ((select current_setting('app.drainer', true)) = 'on');
create policy drainer on delivery_outbox to alert_app
  using ((select current_setting('app.drainer', true)) = 'on')
  with check ((select current_setting('app.drainer', true)) = 'on');

grant usage on schema alert to alert_app;
grant select, insert, update on alert, bus_position to alert_app;
grant select, insert, delete on alert_change, change_outbox to alert_app;
grant select, insert, update, delete on subscription, delivery, delivery_outbox to alert_app;
