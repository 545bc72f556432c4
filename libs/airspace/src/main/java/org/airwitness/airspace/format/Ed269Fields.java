package org.airwitness.airspace.format;

import static org.airwitness.airspace.format.FieldTable.any;
import static org.airwitness.airspace.format.FieldTable.number;
import static org.airwitness.airspace.format.FieldTable.object;
import static org.airwitness.airspace.format.FieldTable.objects;
import static org.airwitness.airspace.format.FieldTable.text;
import static org.airwitness.airspace.format.FieldTable.texts;

import org.airwitness.airspace.format.FieldTable.Form;

/** The members of EUROCAE ED-269, their lengths, and which of them are expected. */
final class Ed269Fields {
  static final int MAX_IDENTIFIER = 7;
  static final int MAX_TEXT = 200;
  static final int MAX_OTHER_REASON = 30;
  static final int MAX_U_SPACE_CLASS = 100;

  private static final FieldTable DAILY_PERIOD =
      FieldTable.of(texts("day"), text("startTime"), text("endTime"));

  private static final FieldTable PERIOD =
      FieldTable.of(
          text("permanent"),
          text("startDateTime"),
          text("endDateTime"),
          objects("schedule", DAILY_PERIOD).alias("dailyPeriod"));

  private static final FieldTable AUTHORITY =
      FieldTable.of(
          text("name").max(MAX_TEXT),
          text("service").max(MAX_TEXT),
          text("contactName").max(MAX_TEXT),
          text("phone").max(MAX_TEXT),
          text("email").form(Form.EMAIL),
          text("siteURL").alias("siteUrl"),
          text("purpose").expected(),
          text("intervalBefore").form(Form.DURATION));

  private static final FieldTable PROJECTION =
      FieldTable.of(text("type"), any("coordinates"), any("center"), number("radius"));

  private static final FieldTable VOLUME =
      FieldTable.of(
          text("uomDimensions"),
          number("lowerLimit"),
          number("upperLimit"),
          text("lowerVerticalReference"),
          text("upperVerticalReference"),
          object("horizontalProjection", PROJECTION));

  /** A zone, with everything in it. */
  static final FieldTable ZONE =
      FieldTable.of(
          text("identifier").max(MAX_IDENTIFIER).needed(),
          text("country").expected(),
          text("name").max(MAX_TEXT).form(Form.LINE),
          text("type").expected(),
          text("restriction").needed(),
          texts("restrictionConditions"),
          number("region"),
          texts("reason"),
          text("otherReasonInfo").max(MAX_OTHER_REASON),
          text("regulationExemption"),
          text("uSpaceClass").max(MAX_U_SPACE_CLASS),
          text("message").max(MAX_TEXT),
          objects("applicability", PERIOD).expected(),
          objects("zoneAuthority", AUTHORITY).expected(),
          objects("geometry", VOLUME).needed(),
          any("extendedProperties"));

  private Ed269Fields() {}
}
