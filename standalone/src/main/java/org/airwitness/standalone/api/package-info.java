/** The REST interface as the launcher's own commands use it. */
@NullMarked
package org.airwitness.standalone.api;

import org.jspecify.annotations.NullMarked;
