package org.airwitness.platform.rest;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * Error answer of the API (RFC 9457).
 *
 * @param title short and the same for every occurrence
 * @param detail what was wrong here, where, and what is allowed
 * @param field JSON path of the offending member, absent when it is not about one
 */
@RegisterForReflection
public record Problem(String title, int status, @Nullable String detail, @Nullable String field) {}
