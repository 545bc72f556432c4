package org.airwitness.remoteid;

/**
 * Bytes in which no whole message could be found.
 *
 * @param reason why
 */
public record Rejected(Reason reason, Bytes payload) implements Decoded {}
