/** What makes an alert and what happens to it: plain Java, no clock, no framework. */
@NullMarked
package org.airwitness.alert.core;

import org.jspecify.annotations.NullMarked;
