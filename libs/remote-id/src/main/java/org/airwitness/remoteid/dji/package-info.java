/**
 * DJI DroneID: what DJI aircraft broadcast about themselves beside or instead of Remote ID. Not
 * published by DJI; the layout is the one independent decoders agree on.
 */
@NullMarked
package org.airwitness.remoteid.dji;

import org.jspecify.annotations.NullMarked;
