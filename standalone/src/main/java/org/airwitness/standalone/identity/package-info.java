/** The OpenID provider of one machine and its demonstration accounts. */
@NullMarked
package org.airwitness.standalone.identity;

import org.jspecify.annotations.NullMarked;
