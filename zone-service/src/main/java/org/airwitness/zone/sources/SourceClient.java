package org.airwitness.zone.sources;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.airwitness.platform.outgoing.Destination;
import org.airwitness.platform.outgoing.DestinationCheck;
import org.airwitness.platform.outgoing.OutgoingUrl.RefusedUrlException;
import org.airwitness.zone.core.Fetched;
import org.airwitness.zone.core.ZoneSource;
import org.jspecify.annotations.Nullable;

/**
 * Gets a published document, if it is another than the last. Every URL, also of a redirect, is
 * checked first; the connection goes to the very address that was checked and knows no proxy.
 */
@ApplicationScoped
public class SourceClient {
  static final int MAX_BYTES = 64 * 1024 * 1024;
  static final int MAX_REDIRECTS = 3;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration TOTAL_LIMIT = Duration.ofSeconds(60);
  private static final int MAX_VALIDATOR = 512;
  private static final int MAX_REASON = 300;

  private final DestinationCheck check;
  private final HttpClient client;

  SourceClient(Vertx vertx, DestinationCheck check) {
    this.check = check;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) CONNECT_LIMIT.toMillis())
                .setSslHandshakeTimeout(CONNECT_LIMIT.toMillis())
                .setIdleTimeout((int) TOTAL_LIMIT.toSeconds())
                .setKeepAlive(false)
                .setForceSni(true)
                .setVerifyHost(true));
  }

  /** Fetches once; every way it can end is a result. */
  public Uni<Fetched> fetch(ZoneSource source) {
    return follow(source, source.url(), 0)
        .ifNoItem()
        .after(TOTAL_LIMIT)
        .recoverWithItem(
            new Fetched.Unreachable(
                "no whole answer within %d s".formatted(TOTAL_LIMIT.toSeconds())))
        .onFailure(RefusedUrlException.class)
        .recoverWithItem(failure -> new Fetched.Refused(words(failure)))
        .onFailure()
        .recoverWithItem(failure -> new Fetched.Unreachable(words(failure)));
  }

  private static String words(Throwable failure) {
    String text = String.valueOf(failure.getMessage());
    return text.length() > MAX_REASON ? text.substring(0, MAX_REASON) : text;
  }

  /** An answer: an end, or where to go on. */
  private record Answer(@Nullable Fetched end, String location) {
    static Answer end(Fetched end) {
      return new Answer(end, "");
    }
  }

  private Uni<Fetched> follow(ZoneSource source, String url, int redirects) {
    return check
        .check(url)
        .chain(destination -> get(destination, source))
        .chain(answer -> {
          if (answer.end() != null) {
            return Uni.createFrom().item(answer.end());
          }
          if (redirects == MAX_REDIRECTS) {
            throw new RefusedUrlException("more than %d redirects".formatted(MAX_REDIRECTS));
          }
          return follow(source, resolve(url, answer.location()), redirects + 1);
        });
  }

  private static String resolve(String url, String location) {
    try {
      return URI.create(url).resolve(location).toString();
    } catch (IllegalArgumentException e) {
      throw new RefusedUrlException("it redirects to a URL that is malformed");
    }
  }

  private Uni<Answer> get(Destination destination, ZoneSource source) {
    return Uni.createFrom()
        .emitter(emitter ->
            client
                .request(options(destination, source))
                .onSuccess(request -> send(request, emitter))
                .onFailure(emitter::fail));
  }

  private static RequestOptions options(Destination destination, ZoneSource source) {
    var options =
        destination
            .request(HttpMethod.GET)
            .putHeader("User-Agent", "airwitness-zones/1")
            .putHeader("Accept-Encoding", "identity");
    if (source.etag() != null) {
      options.putHeader("If-None-Match", source.etag());
    }
    if (source.lastModified() != null) {
      options.putHeader("If-Modified-Since", source.lastModified());
    }
    return options;
  }

  private static void send(HttpClientRequest request, UniEmitter<? super Answer> emitter) {
    // Whatever ends it, also the time limit: what is still to come is not read.
    emitter.onTermination(request::reset);
    request.exceptionHandler(emitter::fail);
    request.response().onSuccess(response -> answer(response, emitter)).onFailure(emitter::fail);
    var _ = request.end();
  }

  private static void answer(HttpClientResponse response, UniEmitter<? super Answer> emitter) {
    response.exceptionHandler(emitter::fail);
    int status = response.statusCode();
    String location = response.getHeader("Location");
    if (status == 200) {
      read(response, emitter);
    } else if (status == 304) {
      emitter.complete(Answer.end(new Fetched.Unchanged()));
    } else if (REDIRECTS.contains(status) && location != null) {
      emitter.complete(new Answer(null, location));
    } else {
      emitter.complete(Answer.end(new Fetched.Unreachable("HTTP status " + status)));
    }
  }

  private static void read(HttpClientResponse response, UniEmitter<? super Answer> emitter) {
    String encoding = response.getHeader("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      refuse(emitter, "it is sent with a Content-Encoding that was not asked for");
      return;
    }
    Buffer content = Buffer.buffer();
    response.handler(part -> {
      if (content.length() + part.length() > MAX_BYTES) {
        refuse(emitter, "the document is larger than %d bytes".formatted(MAX_BYTES));
        response.request().reset();
      } else {
        content.appendBuffer(part);
      }
    });
    response.endHandler(end ->
        emitter.complete(
            Answer.end(
                new Fetched.Document(
                    content.getBytes(),
                    validator(response, "ETag"),
                    validator(response, "Last-Modified")))));
  }

  private static void refuse(UniEmitter<? super Answer> emitter, String reason) {
    emitter.complete(Answer.end(new Fetched.Refused(reason)));
  }

  private static @Nullable String validator(HttpClientResponse response, String header) {
    String value = response.getHeader(header);
    return value == null || value.length() > MAX_VALIDATOR ? null : value;
  }
}
