package org.airwitness.zone.core;

import java.util.List;

/**
 * A zone to be stored, new or in place of what it was.
 *
 * @param fields names of what differs from what it was; empty for a new one
 */
public record ZonePut(ZoneDraft draft, List<String> fields) {}
