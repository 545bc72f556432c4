/** What a sensor does: sensor messages, recorded or made, and their way over MQTT. */
@NullMarked
package org.airwitness.standalone.feed;

import org.jspecify.annotations.NullMarked;
