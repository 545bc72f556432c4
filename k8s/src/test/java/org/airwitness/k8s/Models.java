package org.airwitness.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.util.ModelMapper;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/** The published models of the Kubernetes API: unknown fields, missing ones, wrong types. */
final class Models {
  /** Kinds of others, with the fields their specifications must have. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "HTTPRoute", "gateway.networking.k8s.io/v1",
          "TLSRoute", "gateway.networking.k8s.io/v1alpha2",
          "TCPRoute", "gateway.networking.k8s.io/v1alpha2",
          "ScaledObject", "keda.sh/v1alpha1",
          "ServiceMonitor", "monitoring.coreos.com/v1",
          "PrometheusRule", "monitoring.coreos.com/v1");

  private Models() {}

  /**
   * Checks one object.
   *
   * @throws AssertionError with what is wrong
   */
  static void check(JsonNode object) {
    String kind = object.path("kind").asText();
    String version = object.path("apiVersion").asText();
    if (OTHERS.containsKey(kind)) {
      if (!OTHERS.get(kind).equals(version)) {
        throw new AssertionError(kind + " of " + version);
      }
      return;
    }
    int slash = version.indexOf('/');
    var type =
        ModelMapper.getApiTypeClass(
            slash < 0 ? "" : version.substring(0, slash), version.substring(slash + 1), kind);
    if (type == null) {
      throw new AssertionError("Kubernetes has no " + kind + " in " + version);
    }
    JsonElement json = JsonParser.parseString(object.toString());
    try {
      type.getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
      if (JSON.getGson().fromJson(json, type) == null) {
        throw new AssertionError(kind + " is empty");
      }
    } catch (InvocationTargetException | RuntimeException e) {
      Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
      throw new AssertionError(
          kind + " " + Manifests.name(object) + ": " + cause.getMessage(), cause);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(kind + " cannot be checked", e);
    }
  }
}
