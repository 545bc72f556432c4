package org.airwitness.airspace.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.airwitness.airspace.Applicability;
import org.airwitness.airspace.DailyPeriod;
import org.airwitness.airspace.DayTime;

/**
 * Writer of periods in the form of ED-269 {@code applicability}, with the sun events of ED-318
 * where there are some; {@link GeoJsonZoneReader} reads it.
 */
public final class PeriodWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private PeriodWriter() {}

  /** List of periods; one permanent period for "always". */
  public static ArrayNode write(List<Applicability> periods) {
    ArrayNode list = JSON.arrayNode();
    if (periods.isEmpty()) {
      list.addObject().put("permanent", "YES");
    }
    for (Applicability period : periods) {
      ObjectNode node = list.addObject().put("permanent", period.permanent() ? "YES" : "NO");
      putDates(node, period);
      putSchedule(node, period);
    }
    return list;
  }

  /** True when a period starts or ends with the sun, which ED-269 cannot say. */
  static boolean usesSun(List<Applicability> periods) {
    return periods.stream()
        .flatMap(period -> period.schedule().stream())
        .anyMatch(daily ->
            daily.start() instanceof DayTime.BySun || daily.end() instanceof DayTime.BySun);
  }

  static void putDates(ObjectNode node, Applicability period) {
    if (period.from() != null) {
      node.put("startDateTime", WrittenText.dateTime(period.from()));
    }
    if (period.to() != null) {
      node.put("endDateTime", WrittenText.dateTime(period.to()));
    }
  }

  static void putSchedule(ObjectNode node, Applicability period) {
    if (!period.schedule().isEmpty()) {
      ArrayNode schedule = node.putArray("schedule");
      period.schedule().forEach(daily -> schedule.add(daily(daily)));
    }
  }

  private static ObjectNode daily(DailyPeriod daily) {
    ObjectNode node = JSON.objectNode();
    ArrayNode days = node.putArray("day");
    Weekdays.words(daily.days()).forEach(days::add);
    put(node, "start", daily.start());
    put(node, "end", daily.end());
    return node;
  }

  private static void put(ObjectNode node, String edge, DayTime time) {
    switch (time) {
      case DayTime.Clock clock -> node.put(edge + "Time", WrittenText.timeOfDay(clock));
      case DayTime.BySun sun -> node.put(edge + "Event", sun.event().name());
    }
  }
}
