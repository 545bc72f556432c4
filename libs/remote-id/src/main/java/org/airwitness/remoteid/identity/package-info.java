/** Identifiers of aircraft and operators: their rules, and the one name an aircraft is known by. */
@NullMarked
package org.airwitness.remoteid.identity;

import org.jspecify.annotations.NullMarked;
