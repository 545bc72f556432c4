/** What track-service decides: which observations are new, and what they do to tracks. */
@NullMarked
package org.airwitness.track.core;

import org.jspecify.annotations.NullMarked;
