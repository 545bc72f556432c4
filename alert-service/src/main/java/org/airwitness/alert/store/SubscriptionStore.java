package org.airwitness.alert.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.airwitness.alert.core.AlertEvent;
import org.airwitness.alert.core.webhook.Delivery;
import org.airwitness.alert.core.webhook.Subscription;
import org.airwitness.alert.core.webhook.WebhookSecret;
import org.airwitness.alert.store.entity.DeliveryEntity;
import org.airwitness.alert.store.entity.SubscriptionEntity;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.rest.Cursor;
import org.airwitness.platform.store.AgencySession;

/** Subscriptions and what was sent to them; newest first. */
@ApplicationScoped
public class SubscriptionStore {
  /** How many subscriptions an agency may have. */
  public static final int MAX_PER_AGENCY = 100;

  private static final String ACTIVE = "active";
  private static final String BEFORE = "(createdAt < ?1 or (createdAt = ?1 and id < ?2))";
  private static final String NEWEST_FIRST = " order by createdAt desc, id desc";

  private final InstantSource clock;

  SubscriptionStore(InstantSource clock) {
    this.clock = clock;
  }

  /** An agency has as many subscriptions as it may have. */
  public static final class TooManyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyException() {
      super(
          "An agency has at most " + MAX_PER_AGENCY + " subscriptions; delete one first",
          null,
          false,
          false);
    }
  }

  /** Returns the subscriptions of one agency. */
  public OfAgency of(AgencyId agency) {
    return new OfAgency(agency);
  }

  /** The subscriptions of one agency. */
  public final class OfAgency {
    private final AgencyId agency;

    private OfAgency(AgencyId agency) {
      this.agency = agency;
    }

    /** Adds a subscription; fails with {@link TooManyException} when there are too many. */
    public Uni<Subscription> add(String url, WebhookSecret secret, List<AlertEvent> events) {
      SubscriptionEntity entity = entity(url, secret, events);
      return AgencySession.inAgency(
              agency,
              () ->
                  SubscriptionEntity.count()
                      .invoke(SubscriptionStore::refuseTooMany)
                      .chain(() -> entity.<SubscriptionEntity>persist()))
          .map(SubscriptionStore::subscription);
    }

    public Uni<Optional<Subscription>> find(UUID id) {
      return AgencySession.inAgency(
              agency, () -> SubscriptionEntity.<SubscriptionEntity>findById(id))
          .map(entity -> Optional.ofNullable(entity).map(SubscriptionStore::subscription));
    }

    public Uni<List<Subscription>> list(Cursor after, int limit) {
      return AgencySession.inAgency(
              agency,
              () ->
                  SubscriptionEntity.<SubscriptionEntity>find(
                          BEFORE + NEWEST_FIRST, after.at(), after.id())
                      .page(0, limit)
                      .list())
          .map(entities -> entities.stream().map(SubscriptionStore::subscription).toList());
    }

    /** Removes a subscription with everything that was or would have been sent to it. */
    public Uni<Boolean> remove(UUID id) {
      return AgencySession.inAgency(agency, () -> SubscriptionEntity.delete("id", id))
          .map(deleted -> deleted > 0);
    }

    public Uni<List<Delivery>> deliveries(UUID subscription, Cursor after, int limit) {
      return AgencySession.inAgency(
              agency,
              () ->
                  DeliveryEntity.<DeliveryEntity>find(
                          BEFORE + " and subscriptionId = ?3" + NEWEST_FIRST,
                          after.at(),
                          after.id(),
                          subscription)
                      .page(0, limit)
                      .list())
          .map(entities -> entities.stream().map(SubscriptionStore::delivery).toList());
    }

    private SubscriptionEntity entity(String url, WebhookSecret secret, List<AlertEvent> events) {
      var entity = new SubscriptionEntity();
      entity.id = UUID.randomUUID();
      entity.agencyId = agency.value();
      entity.type = "webhook";
      entity.url = url;
      entity.secret = secret.bytes();
      entity.events = events.stream().map(AlertEvent::wireName).toArray(String[]::new);
      entity.state = ACTIVE;
      entity.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
      return entity;
    }
  }

  private static void refuseTooMany(long existing) {
    if (existing >= MAX_PER_AGENCY) {
      throw new TooManyException();
    }
  }

  private static Subscription subscription(SubscriptionEntity entity) {
    return new Subscription(
        entity.id,
        entity.url,
        WebhookSecret.ofBytes(entity.secret),
        Stream.of(entity.events).map(AlertEvent::findByWireName).flatMap(Optional::stream).toList(),
        ACTIVE.equals(entity.state),
        entity.createdAt);
  }

  private static Delivery delivery(DeliveryEntity entity) {
    Instant createdAt = entity.createdAt;
    return new Delivery(
        entity.id,
        entity.alertId,
        entity.event,
        entity.state,
        entity.attempts,
        entity.lastAttemptAt,
        entity.lastStatus,
        entity.lastError,
        entity.nextAttemptAt,
        createdAt,
        entity.deliveredAt);
  }
}
