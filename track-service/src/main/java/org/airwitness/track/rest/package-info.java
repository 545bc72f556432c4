/** Tracks, their history and the live stream over HTTP. */
@NullMarked
package org.airwitness.track.rest;

import org.jspecify.annotations.NullMarked;
