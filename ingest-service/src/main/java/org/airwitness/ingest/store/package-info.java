/** The registry, the quarantine and the counters in PostgreSQL. */
@NullMarked
package org.airwitness.ingest.store;

import org.jspecify.annotations.NullMarked;
