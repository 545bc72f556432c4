/** Names of what is measured. */
@NullMarked
package org.airwitness.alert.ops;

import org.jspecify.annotations.NullMarked;
