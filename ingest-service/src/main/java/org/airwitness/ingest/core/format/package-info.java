/**
 * The message formats sensors speak; {@link org.airwitness.ingest.core.format.Formats} lists them.
 */
@NullMarked
package org.airwitness.ingest.core.format;

import org.jspecify.annotations.NullMarked;
