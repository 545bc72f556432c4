package org.airwitness.platform.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The one place where failures become problem+json answers. */
final class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
  private static final String PROBLEM_JSON = "application/problem+json";

  @ServerExceptionMapper
  Response problem(ProblemException e) {
    return answer(e.problem()).build();
  }

  /** Named for the subtype too, for which the framework has a mapper of its own. */
  @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
  @Priority(Priorities.USER - 100)
  Response json(JsonProcessingException e) {
    if (e.getCause() instanceof ProblemException refused) {
      return problem(refused);
    }
    return answer(new Problem("Bad request", 400, describe(e), pathOf(e))).build();
  }

  /** What a record's constructor refused, directly or while its JSON was read. */
  @ServerExceptionMapper
  Response refusedValue(IllegalArgumentException e) {
    return answer(new Problem("Bad request", 400, e.getMessage(), null)).build();
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  @Priority(Priorities.USER - 100)
  Response unauthorized() {
    return answer(
            new Problem("Unauthorized", 401, "A valid bearer token is needed to do this", null))
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }

  @ServerExceptionMapper
  @Priority(Priorities.USER - 100)
  Response forbidden(ForbiddenException e) {
    return answer(new Problem("Forbidden", 403, "The token's roles do not allow this", null))
        .build();
  }

  @ServerExceptionMapper
  Response web(WebApplicationException e) {
    Response original = e.getResponse();
    if (e.getCause() instanceof JsonProcessingException json) {
      return json(json);
    }
    if (original.hasEntity()) {
      return original;
    }
    String title = original.getStatusInfo().getReasonPhrase();
    return answer(new Problem(title, original.getStatus(), null, null)).build();
  }

  @ServerExceptionMapper
  Response unexpected(Throwable e) {
    LOG.error("A request failed unexpectedly", e);
    return answer(new Problem("Internal error", 500, "The failure has been logged", null)).build();
  }

  private static Response.ResponseBuilder answer(Problem problem) {
    return Response.status(problem.status()).type(PROBLEM_JSON).entity(problem);
  }

  private static String describe(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "Unknown member '%s'; allowed are %s"
          .formatted(unknown.getPropertyName(), unknown.getKnownPropertyIds());
    }
    if (e.getCause() instanceof IllegalArgumentException refused) {
      return String.valueOf(refused.getMessage());
    }
    if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return kindOf(mismatch.getTargetType()) + " is expected" + place(e.getLocation());
    }
    return e.getOriginalMessage() + place(e.getLocation());
  }

  private static String kindOf(Class<?> type) {
    if (Number.class.isAssignableFrom(type) || type.isPrimitive() && type != boolean.class) {
      return "a number";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (type == Instant.class) {
      return "a time such as 2026-03-01T12:00:00Z";
    }
    if (CharSequence.class.isAssignableFrom(type)) {
      return "a text";
    }
    return Collection.class.isAssignableFrom(type) || type.isArray() ? "a list" : "an object";
  }

  private static String place(@Nullable JsonLocation at) {
    return at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
  }

  private static @Nullable String pathOf(JsonProcessingException e) {
    if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
      return null;
    }
    return mapping.getPath().stream()
        .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
        .collect(Collectors.joining("."));
  }
}
