package org.airwitness.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import org.airwitness.platform.agency.AgencyId;
import org.junit.jupiter.api.Test;

class LiveStreamTest {
  private static final AgencyId A = new AgencyId("agency-a");
  private static final AgencyId B = new AgencyId("agency-b");

  private final LiveStream<String> stream = new LiveStream<>();

  @Test
  void showsTheSnapshotAndThenWhatIsNew() {
    var subscriber = subscribe(A, Multi.createFrom().items("now"));
    stream.publish(A, "next");
    assertThat(subscriber.getItems()).containsExactly("now", "next");
  }

  @Test
  void showsNothingOfAnotherAgency() {
    var subscriber = subscribe(A, Multi.createFrom().empty());
    stream.publish(B, "secret of b");
    stream.publish(A, "a");
    assertThat(subscriber.getItems()).containsExactly("a");
  }

  @Test
  void cutsOffASubscriberThatDoesNotKeepUp() {
    var slow =
        stream
            .subscribe(A, () -> Multi.createFrom().empty(), value -> true)
            .subscribe()
            .withSubscriber(AssertSubscriber.create(1));
    for (int i = 0; i < 10_000; i++) {
      stream.publish(A, "value " + i);
    }
    assertThat(slow.request(1).getFailure()).isNotNull();
  }

  @Test
  void servesTheOthersWhenOneIsCutOff() {
    stream
        .subscribe(A, () -> Multi.createFrom().empty(), value -> true)
        .subscribe()
        .withSubscriber(AssertSubscriber.create(1));
    var quick = subscribe(A, Multi.createFrom().empty());
    for (int i = 0; i < 10_000; i++) {
      stream.publish(A, "value " + i);
    }
    assertThat(quick.getItems()).hasSize(10_000);
  }

  private AssertSubscriber<String> subscribe(AgencyId agency, Multi<String> snapshot) {
    return stream
        .subscribe(agency, () -> snapshot, value -> true)
        .subscribe()
        .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
  }
}
