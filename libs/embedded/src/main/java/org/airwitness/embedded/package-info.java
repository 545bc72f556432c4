/** Kafka and PostgreSQL on one machine without any installation, for the launcher and for tests. */
@NullMarked
package org.airwitness.embedded;

import org.jspecify.annotations.NullMarked;
