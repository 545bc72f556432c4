/** Access to PostgreSQL that always belongs to one agency. */
@NullMarked
package org.airwitness.platform.store;

import org.jspecify.annotations.NullMarked;
