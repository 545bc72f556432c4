/** Settings and wiring. */
@NullMarked
package org.airwitness.ingest.config;

import org.jspecify.annotations.NullMarked;
