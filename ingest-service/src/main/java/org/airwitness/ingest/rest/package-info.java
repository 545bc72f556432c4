/** The HTTP API: agencies, sensors, quarantine. */
@NullMarked
package org.airwitness.ingest.rest;

import org.jspecify.annotations.NullMarked;
