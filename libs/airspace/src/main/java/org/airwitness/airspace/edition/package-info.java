/** What one edition of a publication of zones changes against the one before. */
@NullMarked
package org.airwitness.airspace.edition;

import org.jspecify.annotations.NullMarked;
