/**
 * Readers and writers of zone documents.
 *
 * <p>Readers are tolerant and never throw for bad content: what can be used becomes a zone, every
 * deviation becomes an {@link org.airwitness.airspace.Issue}.
 */
@NullMarked
package org.airwitness.airspace.format;

import org.jspecify.annotations.NullMarked;
