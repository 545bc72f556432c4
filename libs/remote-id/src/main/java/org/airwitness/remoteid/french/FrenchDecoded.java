package org.airwitness.remoteid.french;

import org.airwitness.remoteid.Bytes;

/** What the decoder made of some bytes: an identification, or the reason why there is none. */
public sealed interface FrenchDecoded permits FrenchIdentification, FrenchRejected {

  /** The bytes that were decoded. */
  Bytes payload();
}
