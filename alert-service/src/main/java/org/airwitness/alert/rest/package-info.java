/** The API of alerts and subscriptions. */
@NullMarked
package org.airwitness.alert.rest;

import org.jspecify.annotations.NullMarked;
