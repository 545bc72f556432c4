package org.airwitness.remoteid;

/** What a decoder made of some bytes: a frame, or the reason why there is none. */
public sealed interface Decoded permits Frame, Rejected {

  /** The bytes that were decoded. */
  Bytes payload();
}
