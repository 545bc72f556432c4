package org.airwitness.airspace.format;

import static org.airwitness.airspace.format.FieldTable.any;
import static org.airwitness.airspace.format.FieldTable.number;
import static org.airwitness.airspace.format.FieldTable.object;
import static org.airwitness.airspace.format.FieldTable.objects;
import static org.airwitness.airspace.format.FieldTable.text;
import static org.airwitness.airspace.format.FieldTable.texts;

import org.airwitness.airspace.format.FieldTable.Form;

/** The members of EUROCAE ED-318, their lengths, and which of them are expected. */
final class Ed318Fields {
  static final int MAX_IDENTIFIER = 7;
  static final int MAX_TEXT = 200;
  static final int MAX_LANGUAGE = 5;
  static final int MAX_CONDITIONS = 10_000;

  private static final FieldTable LOCAL_TEXT =
      FieldTable.of(
          text("text").max(MAX_TEXT),
          text("lang").max(MAX_LANGUAGE).expected().form(Form.LANGUAGE));

  private static final FieldTable DAILY_PERIOD =
      FieldTable.of(
          texts("day"), text("startTime"), text("startEvent"), text("endTime"), text("endEvent"));

  private static final FieldTable PERIOD =
      FieldTable.of(
          text("startDateTime"),
          text("endDateTime"),
          objects("schedule", DAILY_PERIOD).alias("dailyPeriod"));

  private static final FieldTable AUTHORITY =
      FieldTable.of(
          objects("name", LOCAL_TEXT),
          objects("service", LOCAL_TEXT),
          objects("contactName", LOCAL_TEXT),
          text("siteURL").alias("siteUrl"),
          text("email").form(Form.EMAIL),
          text("phone").max(MAX_TEXT),
          text("purpose").expected(),
          text("intervalBefore").form(Form.DURATION));

  /** The collection itself; other members are reported as members of the document. */
  static final FieldTable COLLECTION =
      FieldTable.of(
          text("type"),
          text("name").max(MAX_TEXT).alias("title"),
          any("bbox"),
          any("metadata"),
          any("features"));

  static final FieldTable METADATA =
      FieldTable.of(
          any("provider"),
          any("description"),
          any("issued"),
          any("validFrom"),
          any("validTo"),
          any("otherGeoid"),
          any("technicalLimitations").alias("technicalLimitation"));

  /** The properties of a feature, with everything in them. */
  static final FieldTable ZONE =
      FieldTable.of(
          text("identifier").max(MAX_IDENTIFIER).needed(),
          text("country").expected(),
          objects("name", LOCAL_TEXT),
          text("type").needed(),
          text("variant").expected(),
          text("restrictionConditions").max(MAX_CONDITIONS),
          number("region"),
          texts("reason").alias("reasons"),
          objects("otherReasonInfo", LOCAL_TEXT),
          text("regulationExemption"),
          objects("message", LOCAL_TEXT),
          objects("zoneAuthority", AUTHORITY).expected(),
          objects("limitedApplicability", PERIOD),
          any("dataSource"),
          any("extendedProperties"),
          any("verticalLayer"));

  /** One layer of a geometry. */
  static final FieldTable LAYER =
      FieldTable.of(
          number("upper"),
          text("upperReference"),
          number("lower"),
          text("lowerReference"),
          text("uom"));

  /** A leaf of the geometry. */
  static final FieldTable LEAF =
      FieldTable.of(
          text("type"),
          any("coordinates"),
          any("bbox"),
          any("extent"),
          object("layer", LAYER).expected());

  private Ed318Fields() {}
}
