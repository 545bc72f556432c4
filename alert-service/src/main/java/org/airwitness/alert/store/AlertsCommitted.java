package org.airwitness.alert.store;

/**
 * Fired after a commit that left something in the outboxes, so that nobody has to wait for a poll.
 *
 * @param notices whether subscribers are to be told too, not only the bus
 */
public record AlertsCommitted(boolean notices) {}
