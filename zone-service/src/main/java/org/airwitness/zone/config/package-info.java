/** What is configured. */
@NullMarked
package org.airwitness.zone.config;

import org.jspecify.annotations.NullMarked;
