/** The one HTTP port in front of everything. */
@NullMarked
package org.airwitness.standalone.gateway;

import org.jspecify.annotations.NullMarked;
