/** Tables of the registry. */
@NullMarked
package org.airwitness.ingest.store.entity;

import org.jspecify.annotations.NullMarked;
