package org.airwitness.alert.core;

import org.jspecify.annotations.Nullable;

/**
 * One change of one alert.
 *
 * @param alert the alert after it
 * @param event what subscribers are told, null when its state is still the same
 */
public record AlertChange(Alert alert, @Nullable AlertEvent event) {}
