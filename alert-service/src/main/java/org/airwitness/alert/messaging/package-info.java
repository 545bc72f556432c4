/** Zone events in, alert updates out; the only place that sees the wire. */
@NullMarked
package org.airwitness.alert.messaging;

import org.jspecify.annotations.NullMarked;
