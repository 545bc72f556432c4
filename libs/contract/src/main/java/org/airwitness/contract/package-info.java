/** The wire between services: topics, headers and serdes of the protobuf records. */
@NullMarked
package org.airwitness.contract;

import org.jspecify.annotations.NullMarked;
