package org.airwitness.ingest.rest;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.airwitness.ingest.config.DoorConfig;
import org.airwitness.ingest.core.Refusal;
import org.airwitness.ingest.core.Registration.SignedIn;
import org.airwitness.ingest.core.Sensor;
import org.airwitness.ingest.core.SensorMessage;
import org.airwitness.ingest.core.format.Formats;
import org.airwitness.ingest.door.Authenticator;
import org.airwitness.ingest.door.Credentials;
import org.airwitness.ingest.door.Door;
import org.airwitness.ingest.door.Passed;
import org.airwitness.platform.rest.Problem;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Messages of sensors that speak HTTP. The sensor signs in with each request: Basic with its user
 * name and password, or Bearer with a token it signed. The answer comes when the bus has accepted
 * everything.
 */
@Path("/api/v1/sensors/{id}/messages")
@PermitAll // the sensor's own credentials are checked here, people have no say
class MessagesResource {
  private static final String LINES = "application/x-ndjson";
  private static final String SOURCE = "http";
  private static final int MAX_LINES = 1000;
  private static final int MAX_BYTES = 4 * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Authenticator authenticator;
  private final Door door;
  private final int maxMessageBytes;

  MessagesResource(Authenticator authenticator, Door door, DoorConfig limits) {
    this.authenticator = authenticator;
    this.door = door;
    this.maxMessageBytes = Math.min(limits.maxMessageBytes(), Formats.MAX_MESSAGE_BYTES);
  }

  /** What became of all messages of a request, in their order. */
  @RegisterForReflection
  record Outcome(List<LineOutcome> lines) {}

  /** What became of one message. */
  @RegisterForReflection
  record LineOutcome(int line, int accepted, int duplicate, List<Rejected> rejected) {
    static LineOutcome of(int line, Passed passed) {
      List<Rejected> rejected = new ArrayList<>();
      for (Refusal refusal : passed.verdict().refusals()) {
        boolean whole = refusal.item() == Refusal.WHOLE_MESSAGE;
        rejected.add(
            new Rejected(whole ? null : refusal.item(), refusal.reason(), refusal.detail()));
      }
      return new LineOutcome(line, passed.tally().accepted(), passed.tally().duplicate(), rejected);
    }
  }

  /**
   * One item that was not accepted.
   *
   * @param i index in its message, absent when all of it was refused
   */
  @RegisterForReflection
  record Rejected(@Nullable Integer i, String reason, String detail) {}

  @POST
  @Consumes
  public Uni<RestResponse<Object>> take(
      String id,
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
      byte @Nullable [] body) {
    return Uni.createFrom()
        .completionStage(() -> authenticator.authenticate(credentials(authorization)))
        .chain(signedIn -> take(id, signedIn, contentType, body == null ? new byte[0] : body))
        .ifNoItem()
        .after(PATIENCE)
        .recoverWithItem(MessagesResource::busAway);
  }

  private Uni<RestResponse<Object>> take(
      String id, Optional<SignedIn> signedIn, @Nullable String contentType, byte[] body) {
    Sensor sensor =
        signedIn
            .map(SignedIn::sensor)
            .filter(known -> known.key().sensor().equals(id))
            .orElse(null);
    if (sensor == null) {
      return Uni.createFrom().item(unauthorized());
    }
    List<byte[]> messages = messages(contentType, body);
    RestResponse<Object> refusal = refusal(sensor, body, messages);
    return refusal == null ? pass(sensor, messages) : Uni.createFrom().item(refusal);
  }

  /** Splits a body of lines; empty lines are no messages. */
  private static List<byte[]> messages(@Nullable String contentType, byte[] body) {
    if (contentType == null || !contentType.toLowerCase(Locale.ROOT).startsWith(LINES)) {
      return List.of(body);
    }
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= body.length; i++) {
      if (i == body.length || body[i] == '\n') {
        int end = i > start && body[i - 1] == '\r' ? i - 1 : i;
        if (end > start) {
          lines.add(java.util.Arrays.copyOfRange(body, start, end));
        }
        start = i + 1;
      }
    }
    return lines;
  }

  private @Nullable RestResponse<Object> refusal(
      Sensor sensor, byte[] body, List<byte[]> messages) {
    if (body.length > MAX_BYTES
        || messages.size() > MAX_LINES
        || messages.stream().anyMatch(message -> message.length > maxMessageBytes)) {
      return problem(
              413,
              "Content too large",
              "A message has at most %d bytes, a request %d lines and %d bytes"
                  .formatted(maxMessageBytes, MAX_LINES, MAX_BYTES))
          .build();
    }
    Duration wait = door.untilAllowed(sensor);
    if (wait.isPositive()) {
      return problem(429, "Too many requests", "The sensor or its agency sent more than it may")
          .header(HttpHeaders.RETRY_AFTER, wait.plusMillis(999).toSeconds())
          .build();
    }
    return door.isFull() ? busAway() : null;
  }

  private Uni<RestResponse<Object>> pass(Sensor sensor, List<byte[]> messages) {
    List<CompletableFuture<Passed>> passing = new ArrayList<>();
    for (byte[] message : messages) {
      door.charge(sensor, message.length);
      passing.add(
          door.pass(sensor, new SensorMessage(sensor.key(), SOURCE, message, door.now()))
              .toCompletableFuture());
    }
    return Uni.createFrom()
        .completionStage(CompletableFuture.allOf(passing.toArray(CompletableFuture[]::new)))
        .map(done -> RestResponse.ok((Object) outcome(passing)))
        .onFailure()
        .recoverWithItem(MessagesResource::busAway);
  }

  private static Outcome outcome(List<CompletableFuture<Passed>> passed) {
    List<LineOutcome> lines = new ArrayList<>();
    for (int i = 0; i < passed.size(); i++) {
      lines.add(LineOutcome.of(i + 1, passed.get(i).join()));
    }
    return new Outcome(lines);
  }

  private static Credentials credentials(@Nullable String authorization) {
    if (authorization == null) {
      return new Credentials(null, null, null);
    }
    String[] parts = authorization.strip().split(" +", 2);
    String value = parts.length == 2 ? parts[1] : "";
    return switch (parts[0].toLowerCase(Locale.ROOT)) {
      case "bearer" -> new Credentials(null, value, null);
      case "basic" -> basic(value);
      default -> new Credentials(null, null, null);
    };
  }

  private static Credentials basic(String base64) {
    try {
      String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? new Credentials(null, null, null)
          : new Credentials(pair.substring(0, colon), pair.substring(colon + 1), null);
    } catch (IllegalArgumentException e) {
      return new Credentials(null, null, null);
    }
  }

  private static RestResponse<Object> unauthorized() {
    return problem(401, "Unauthorized", "The sensor's own user name and password, or its token")
        .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"sensor\", Bearer")
        .build();
  }

  private static RestResponse<Object> busAway() {
    return problem(
            503, "Unavailable", "Not everything is kept yet; send all of it again after a while")
        .header(HttpHeaders.RETRY_AFTER, 5)
        .build();
  }

  private static RestResponse.ResponseBuilder<Object> problem(
      int status, String title, String detail) {
    return RestResponse.ResponseBuilder.<Object>create(status)
        .type("application/problem+json")
        .entity(new Problem(title, status, detail, null));
  }
}
