-- What is told of old imports is forgotten.
grant delete on import_job, import_issue to zone_app;
