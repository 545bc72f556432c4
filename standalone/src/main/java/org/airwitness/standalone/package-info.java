/** Airwitness on one machine: every engine and every service behind one port. */
@NullMarked
package org.airwitness.standalone;

import org.jspecify.annotations.NullMarked;
