package org.airwitness.remoteid;

/**
 * A message that is whole but has no meaning here: a reserved type, a pack inside a pack, or an
 * authentication page with an impossible header.
 *
 * @param raw the message as sent
 * @param reason why it has no meaning
 */
public record Unreadable(int version, Bytes raw, Reason reason) implements Message {}
