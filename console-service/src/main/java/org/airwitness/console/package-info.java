/** The console's server and, by its arguments, the commands of an installation. */
@NullMarked
package org.airwitness.console;

import org.jspecify.annotations.NullMarked;
