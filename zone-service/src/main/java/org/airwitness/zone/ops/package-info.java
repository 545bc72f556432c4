/** Health and metrics of zone-service. */
@NullMarked
package org.airwitness.zone.ops;

import org.jspecify.annotations.NullMarked;
