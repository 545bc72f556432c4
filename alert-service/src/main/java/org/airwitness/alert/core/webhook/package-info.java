/** What a webhook may be sent to, how it is signed and when it is tried again: plain Java. */
@NullMarked
package org.airwitness.alert.core.webhook;

import org.jspecify.annotations.NullMarked;
