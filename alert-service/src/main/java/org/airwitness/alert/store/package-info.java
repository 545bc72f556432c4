/** Alerts, subscriptions and the outbox in PostgreSQL. */
@NullMarked
package org.airwitness.alert.store;

import org.jspecify.annotations.NullMarked;
