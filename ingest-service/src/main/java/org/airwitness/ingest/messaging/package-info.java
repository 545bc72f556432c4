/** The bus: the only place that sees protobuf and Kafka. */
@NullMarked
package org.airwitness.ingest.messaging;

import org.jspecify.annotations.NullMarked;
