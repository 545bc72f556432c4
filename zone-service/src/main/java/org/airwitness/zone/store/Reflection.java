package org.airwitness.zone.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.airwitness.airspace.Applicability;
import org.airwitness.airspace.Authority;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.DailyPeriod;
import org.airwitness.airspace.DayTime;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.LocalText;
import org.airwitness.airspace.Polygon;
import org.airwitness.airspace.Position;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneDetails;
import org.airwitness.airspace.ZoneKey;
import org.airwitness.airspace.format.FeatureMapping;
import org.airwitness.airspace.format.SourceProfile;

/** The records that Jackson writes and reads, for the native image. */
@RegisterForReflection(
    targets = {
      Applicability.class,
      Authority.class,
      Circle.class,
      DailyPeriod.class,
      DayTime.Clock.class,
      DayTime.BySun.class,
      FeatureMapping.class,
      FeatureMapping.Condition.class,
      FeatureMapping.LimitSource.class,
      FeatureMapping.Source.class,
      Limit.class,
      LocalText.class,
      Polygon.class,
      Position.class,
      SourceProfile.class,
      Volume.class,
      Zone.class,
      ZoneDetails.class,
      ZoneKey.class
    })
final class Reflection {
  private Reflection() {}
}
