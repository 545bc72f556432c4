/**
 * UAS geographical zones: model, horizontal index, vertical and time rules, zone events.
 *
 * <p>Longitude before latitude, WGS 84 degrees, metres, UTC. Nothing here reads a clock, a file or
 * the network.
 */
@NullMarked
package org.airwitness.airspace;

import org.jspecify.annotations.NullMarked;
