/** Imports of published zones: reading, judging and storing them, one document after the other. */
@NullMarked
package org.airwitness.zone.imports;

import org.jspecify.annotations.NullMarked;
