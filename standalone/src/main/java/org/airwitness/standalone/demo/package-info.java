/** The demonstration: simulated drones over a city by a fjord, and the sensors that hear them. */
@NullMarked
package org.airwitness.standalone.demo;

import org.jspecify.annotations.NullMarked;
