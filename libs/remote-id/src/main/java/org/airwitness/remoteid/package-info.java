/** Codec for direct Remote ID (ASTM F3411, ASD-STAN prEN 4709-002). */
@NullMarked
package org.airwitness.remoteid;

import org.jspecify.annotations.NullMarked;
