/** Metric names and readiness. */
@NullMarked
package org.airwitness.ingest.ops;

import org.jspecify.annotations.NullMarked;
