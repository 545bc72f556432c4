/** The sensors' door: MQTT 3.1.1 over TCP. */
@NullMarked
package org.airwitness.ingest.mqtt;

import org.jspecify.annotations.NullMarked;
