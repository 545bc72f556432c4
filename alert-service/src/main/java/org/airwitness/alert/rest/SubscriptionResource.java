package org.airwitness.alert.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.airwitness.alert.core.AlertEvent;
import org.airwitness.alert.core.webhook.Delivery;
import org.airwitness.alert.core.webhook.Subscription;
import org.airwitness.alert.core.webhook.WebhookSecret;
import org.airwitness.alert.store.SubscriptionStore;
import org.airwitness.alert.store.SubscriptionStore.TooManyException;
import org.airwitness.platform.agency.Caller;
import org.airwitness.platform.agency.Roles;
import org.airwitness.platform.outgoing.DestinationCheck;
import org.airwitness.platform.outgoing.OutgoingUrl.RefusedUrlException;
import org.airwitness.platform.rest.Cursor;
import org.airwitness.platform.rest.Page;
import org.airwitness.platform.rest.ProblemException;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Webhook subscriptions of the caller's agency, and what was delivered to them. */
@Path("/api/v1/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AGENCY_ADMIN)
@Cache(noStore = true)
public class SubscriptionResource {
  private final Caller caller;
  private final SubscriptionStore store;
  private final DestinationCheck check;
  private final RandomGenerator random;

  SubscriptionResource(
      Caller caller, SubscriptionStore store, DestinationCheck check, RandomGenerator random) {
    this.caller = caller;
    this.store = store;
    this.check = check;
    this.random = random;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<RestResponse<SubscriptionView>> create(@Nullable NewSubscription request) {
    if (request == null) {
      throw ProblemException.badRequest(null, "A subscription as JSON is needed");
    }
    var subscriptions = store.of(caller.agency());
    String url = request.checkedUrl();
    List<AlertEvent> events = request.alertEvents();
    WebhookSecret given = request.givenSecret();
    WebhookSecret secret = given == null ? WebhookSecret.generate(random) : given;
    return check
        .check(url)
        .onFailure(RefusedUrlException.class)
        .transform(e -> ProblemException.badRequest("url", String.valueOf(e.getMessage())))
        .chain(receiver -> subscriptions.add(url, secret, events))
        .onFailure(TooManyException.class)
        .transform(e -> ProblemException.conflict(String.valueOf(e.getMessage())))
        .map(SubscriptionResource::created);
  }

  @GET
  public Uni<Page<SubscriptionView>> list(
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    int size = Page.limit(limit);
    return store
        .of(caller.agency())
        .list(Cursor.decode(after, Cursor.LAST), size + 1)
        .map(found -> Page.of(found, size, SubscriptionResource::cursor).map(SubscriptionView::of));
  }

  @GET
  @Path("{id}")
  public Uni<SubscriptionView> get(@PathParam("id") String id) {
    return store.of(caller.agency()).find(uuid(id)).map(found -> SubscriptionView.of(known(found)));
  }

  @DELETE
  @Path("{id}")
  public Uni<Void> delete(@PathParam("id") String id) {
    return store
        .of(caller.agency())
        .remove(uuid(id))
        .invoke(removed -> {
          if (!removed) {
            throw unknown();
          }
        })
        .replaceWithVoid();
  }

  @GET
  @Path("{id}/deliveries")
  public Uni<Page<DeliveryView>> deliveries(
      @PathParam("id") String id,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    int size = Page.limit(limit);
    Cursor from = Cursor.decode(after, Cursor.LAST);
    UUID subscription = uuid(id);
    var subscriptions = store.of(caller.agency());
    return subscriptions
        .find(subscription)
        .invoke(found -> known(found))
        .chain(() -> subscriptions.deliveries(subscription, from, size + 1))
        .map(found -> Page.of(found, size, SubscriptionResource::cursor).map(DeliveryView::of));
  }

  private static RestResponse<SubscriptionView> created(Subscription subscription) {
    return RestResponse.ResponseBuilder.create(
            RestResponse.Status.CREATED, SubscriptionView.withSecret(subscription))
        .location(URI.create("/api/v1/subscriptions/" + subscription.id()))
        .build();
  }

  private static Subscription known(Optional<Subscription> found) {
    return found.orElseThrow(SubscriptionResource::unknown);
  }

  private static String cursor(Subscription subscription) {
    return new Cursor(subscription.createdAt(), subscription.id()).encode();
  }

  private static String cursor(Delivery delivery) {
    return new Cursor(delivery.createdAt(), delivery.id()).encode();
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  private static ProblemException unknown() {
    return ProblemException.notFound("subscription");
  }
}
