/** Settings and wiring. */
@NullMarked
package org.airwitness.alert.config;

import org.jspecify.annotations.NullMarked;
