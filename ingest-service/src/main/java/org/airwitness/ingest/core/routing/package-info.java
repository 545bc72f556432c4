/** Which agencies a place concerns. */
@NullMarked
package org.airwitness.ingest.core.routing;

import org.jspecify.annotations.NullMarked;
