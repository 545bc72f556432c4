/** Zones over HTTP. */
@NullMarked
package org.airwitness.zone.rest;

import org.jspecify.annotations.NullMarked;
