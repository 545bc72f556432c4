/** What the tests of every service share: real engines, tokens, and rules all of them keep. */
@NullMarked
package org.airwitness.platform.testing;

import org.jspecify.annotations.NullMarked;
