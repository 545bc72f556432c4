/** What every REST resource shares: callers, problems, pages, live streams. */
@NullMarked
package org.airwitness.platform.rest;

import org.jspecify.annotations.NullMarked;
