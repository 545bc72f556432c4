package org.airwitness.airspace;

/**
 * Text in one language.
 *
 * @param text the text as published
 * @param lang language tag such as {@code en-GB} or {@code bg}; empty when not published
 */
public record LocalText(String text, String lang) {}
