package org.airwitness.k8s;

/** How an installation speaks to Kafka, PostgreSQL and the provider. */
enum Transport {
  /** In the clear. */
  PLAIN,
  /** TLS, each by an authority of its own; Kafka by a certificate of each service. */
  CERTIFICATES,
  /** The same, Kafka by a password of each service (SCRAM). */
  PASSWORDS
}
