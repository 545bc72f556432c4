/** Fetching sets of zones from where they are published. */
@NullMarked
package org.airwitness.zone.sources;

import org.jspecify.annotations.NullMarked;
