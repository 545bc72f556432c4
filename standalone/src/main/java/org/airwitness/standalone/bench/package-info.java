/** Benchmarks of a whole running system, from the sensor's MQTT connection to the subscriber. */
@NullMarked
package org.airwitness.standalone.bench;

import org.jspecify.annotations.NullMarked;
