package org.airwitness.airspace;

/** One horizontal shape between a lower and an upper limit, both inclusive. */
public record Volume(Shape shape, Limit lower, Limit upper) {}
