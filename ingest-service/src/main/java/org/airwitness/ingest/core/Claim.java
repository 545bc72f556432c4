package org.airwitness.ingest.core;

import java.util.List;
import org.airwitness.remoteid.LatLon;
import org.airwitness.remoteid.SystemMessage;
import org.airwitness.remoteid.UaType;
import org.jspecify.annotations.Nullable;

/**
 * What one frame or record says of an aircraft and of who flies it, whoever decoded it. Absent is
 * unknown.
 *
 * @param flight null when it carried none
 * @param operator where the remote pilot is, null when it carried none
 * @param home where the aircraft took off or will return to
 */
public record Claim(
    List<ClaimedId> ids,
    @Nullable UaType uaType,
    @Nullable Flight flight,
    SystemMessage.@Nullable Operator operator,
    @Nullable LatLon home,
    @Nullable String operatorId,
    @Nullable String selfId) {
  public Claim {
    ids = List.copyOf(ids);
  }
}
