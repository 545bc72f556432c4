/** What is done with a sensor's message: decode, assemble, route, account. Plain Java. */
@NullMarked
package org.airwitness.ingest.core;

import org.jspecify.annotations.NullMarked;
