package org.airwitness.airspace;

/**
 * One deviation found in a zone document.
 *
 * @param path JSON Pointer (RFC 6901) into the document; empty for the document itself
 * @param code stable upper-case word, for example {@code GEOM_SHORT}
 * @param severity effect on the import
 * @param message what is wrong and what is allowed, for a person
 */
public record Issue(String path, String code, Severity severity, String message) {}
