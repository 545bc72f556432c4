/** Who a request or a record belongs to. */
@NullMarked
package org.airwitness.platform.agency;

import org.jspecify.annotations.NullMarked;
