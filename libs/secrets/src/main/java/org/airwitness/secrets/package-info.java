/** Settings that are secret and come as files. */
@NullMarked
package org.airwitness.secrets;

import org.jspecify.annotations.NullMarked;
