/** Commands of an installation, run once by a Job or by hand. */
@NullMarked
package org.airwitness.console.command;

import org.jspecify.annotations.NullMarked;
