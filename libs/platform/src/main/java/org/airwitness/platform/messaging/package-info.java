/** Conventions of the bus: publishing, serial execution, positions. */
@NullMarked
package org.airwitness.platform.messaging;

import org.jspecify.annotations.NullMarked;
