/**
 * What zone-service decides: how a zone is kept, and what a track does to the zones of its agency.
 */
@NullMarked
package org.airwitness.zone.core;

import org.jspecify.annotations.NullMarked;
