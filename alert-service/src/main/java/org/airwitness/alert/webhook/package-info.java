/** Deliveries over HTTP, from the outbox to the receivers. */
@NullMarked
package org.airwitness.alert.webhook;

import org.jspecify.annotations.NullMarked;
