/** Traces: the way of one sensor's message through the services. */
@NullMarked
package org.airwitness.platform.trace;

import org.jspecify.annotations.NullMarked;
