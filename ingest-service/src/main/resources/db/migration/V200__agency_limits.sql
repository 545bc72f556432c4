-- What the platform's administrator grants an agency instead of the deployment's limits; an agency can be changed.
alter table agency
  add column sensor_messages_per_second int check (sensor_messages_per_second between 1 and 1000000),
  add column agency_messages_per_second int check (agency_messages_per_second between 1 and 1000000);
create policy changed on agency for update to ingest_app using (true) with check (true);
grant update (name, region, sensor_messages_per_second, agency_messages_per_second) on agency to ingest_app;
