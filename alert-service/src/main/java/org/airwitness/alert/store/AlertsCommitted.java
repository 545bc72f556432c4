package org.airwitness.alert.store;

/**
 * Fired after a commit that left something in the outboxes, so that nobody has to wait for a poll.
 */
public record AlertsCommitted() {}
