/** How fast a fix is checked against very many zones, and what that allocates. */
@NullMarked
package org.airwitness.benchmarks.zones;

import org.jspecify.annotations.NullMarked;
