/** How fast Remote ID packs are read, and what that allocates. */
@NullMarked
package org.airwitness.benchmarks.decode;

import org.jspecify.annotations.NullMarked;
