/** UAS geographical zones: formats, geometry, vertical and time rules, zone events. */
@NullMarked
package org.airwitness.airspace;

import org.jspecify.annotations.NullMarked;
