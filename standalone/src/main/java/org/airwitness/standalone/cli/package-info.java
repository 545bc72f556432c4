/** The sub-commands of {@code ./airwitness}. */
@NullMarked
package org.airwitness.standalone.cli;

import org.jspecify.annotations.NullMarked;
