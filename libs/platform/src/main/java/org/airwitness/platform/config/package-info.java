/** Settings a service takes from outside of its own files. */
@NullMarked
package org.airwitness.platform.config;

import org.jspecify.annotations.NullMarked;
