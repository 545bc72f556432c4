/** Processes on this machine: starting, watching, ending, and knowing them again. */
@NullMarked
package org.airwitness.standalone.supervise;

import org.jspecify.annotations.NullMarked;
