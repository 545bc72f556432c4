/** A broker that tests start and kill. */
@NullMarked
package org.airwitness.testbroker;

import org.jspecify.annotations.NullMarked;
