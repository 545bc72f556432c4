/**
 * French electronic identification: the vendor element that drones in France broadcast since 2020
 * (arrêté of 27 December 2019).
 */
@NullMarked
package org.airwitness.remoteid.french;

import org.jspecify.annotations.NullMarked;
