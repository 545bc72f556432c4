-- What else a sensor may sign in with: a key its tokens are signed by, a certificate.
alter table credential
  add column token_key bytea,
  add column certificate_sha256 bytea check (length(certificate_sha256) = 32);
