/**
 * Codec for direct Remote ID broadcasts: ASTM F3411-19 and -22a, ASD-STAN prEN 4709-002.
 *
 * <p>Numbers that a sender did not state are {@code null}, never 0. A value outside its legal range
 * is {@code null} too and leaves a {@link org.airwitness.remoteid.Finding} with the raw value.
 */
@NullMarked
package org.airwitness.remoteid;

import org.jspecify.annotations.NullMarked;
