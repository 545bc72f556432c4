/** Sensors that publish to a broker their site already runs. */
@NullMarked
package org.airwitness.ingest.site;

import org.jspecify.annotations.NullMarked;
