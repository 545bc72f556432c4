package org.airwitness.remoteid.french;

import org.airwitness.remoteid.Bytes;
import org.airwitness.remoteid.Reason;

/**
 * Bytes in which no record could be read.
 *
 * @param reason why
 */
public record FrenchRejected(Reason reason, Bytes payload) implements FrenchDecoded {}
