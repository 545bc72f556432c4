/** Tables as Panache entities, for the API; nobody outside the store sees them. */
@NullMarked
package org.airwitness.alert.store.entity;

import org.jspecify.annotations.NullMarked;
