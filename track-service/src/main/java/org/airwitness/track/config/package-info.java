/** Settings of track-service. */
@NullMarked
package org.airwitness.track.config;

import org.jspecify.annotations.NullMarked;
