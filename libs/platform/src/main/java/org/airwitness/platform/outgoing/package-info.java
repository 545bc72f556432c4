/** Connections to URLs that users give, kept away from our own network. */
@NullMarked
package org.airwitness.platform.outgoing;

import org.jspecify.annotations.NullMarked;
