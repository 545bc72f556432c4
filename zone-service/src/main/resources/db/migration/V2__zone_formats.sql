-- More formats; a zone of which the published form does not read by itself is kept in raw as a whole, its
-- published form within.
alter table zone drop constraint zone_format_check;
alter table zone add constraint zone_format_check check (
  format in ('geojson', 'ed269', 'ed318', 'openair', 'aixm', 'kml', 'faa-tfr', 'geojson-mapped'));
