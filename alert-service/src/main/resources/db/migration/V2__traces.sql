-- Where a change and a delivery belong to in a trace (W3C traceparent); null for most, which are in none.
alter table alert_change add column traceparent text;
alter table delivery add column traceparent text;
