/** Health and life cycle of a service process. */
@NullMarked
package org.airwitness.platform.ops;

import org.jspecify.annotations.NullMarked;
