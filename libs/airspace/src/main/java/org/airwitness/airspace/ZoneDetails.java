package org.airwitness.airspace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was published about a zone beyond place, height and time: for people and for export, never
 * for a verdict.
 *
 * @param names the name, once per language
 * @param otherReasons explanation of {@link Reason#OTHER}, once per language
 * @param messages text for operators, once per language
 * @param conditions conditions of the restriction
 * @param region publisher's number of the region
 * @param regulationExemption whether the zone exempts from the regulation
 * @param uSpaceClasses U-space classes, empty for none
 * @param extended further members under their published names, each as JSON text
 */
public record ZoneDetails(
    List<LocalText> names,
    @Nullable Variant variant,
    List<LocalText> otherReasons,
    List<LocalText> messages,
    List<String> conditions,
    @Nullable Integer region,
    @Nullable Boolean regulationExemption,
    List<String> uSpaceClasses,
    List<Authority> authorities,
    Map<String, String> extended) {
  /** Nothing more is known. */
  public static final ZoneDetails NONE = of(List.of(), List.of(), Map.of());

  /** Details of a format that has no others. */
  public static ZoneDetails of(
      List<LocalText> names, List<LocalText> messages, Map<String, String> extended) {
    return new ZoneDetails(
        names, null, List.of(), messages, List.of(), null, null, List.of(), List.of(), extended);
  }

  public ZoneDetails {
    names = List.copyOf(names);
    otherReasons = List.copyOf(otherReasons);
    messages = List.copyOf(messages);
    conditions = List.copyOf(conditions);
    uSpaceClasses = List.copyOf(uSpaceClasses);
    authorities = List.copyOf(authorities);
    extended = Collections.unmodifiableMap(new LinkedHashMap<>(extended));
  }
}
