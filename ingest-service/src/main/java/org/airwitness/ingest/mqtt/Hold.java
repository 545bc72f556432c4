package org.airwitness.ingest.mqtt;

/** Why a connection is not read from; TCP then makes its sensor wait. */
enum Hold {
  /** The sensor is being signed in. */
  SIGN_IN,
  /** The sensor or its agency sent faster than it may. */
  RATE,
  /** Too much of this connection waits for the bus. */
  CONNECTION,
  /** Too much of its agency waits for the bus. */
  AGENCY,
  /** Too much of everyone's waits for the bus. */
  ALL,
  /** The sensor does not take what is sent to it. */
  OUTBOX,
  /** The service ends. */
  SHUTDOWN
}
