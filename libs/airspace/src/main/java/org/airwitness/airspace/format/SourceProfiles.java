package org.airwitness.airspace.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Source profiles as JSON, and those that come with the library. */
public final class SourceProfiles {
  private static final String BUNDLED = "profiles.json";
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();
  private static final List<SourceProfile> PROFILES = read();

  private SourceProfiles() {}

  /** The profiles of publications that are known to exist. */
  public static List<SourceProfile> bundled() {
    return PROFILES;
  }

  private static List<SourceProfile> read() {
    try (InputStream in = SourceProfiles.class.getResourceAsStream(BUNDLED)) {
      return List.copyOf(MAPPER.readerForListOf(SourceProfile.class).readValue(in));
    } catch (IOException e) {
      throw new IllegalStateException("the library comes with readable profiles", e);
    }
  }

  /** Finds a bundled profile. */
  public static Optional<SourceProfile> find(String id) {
    return bundled().stream().filter(profile -> profile.id().equals(id)).findFirst();
  }

  /**
   * Reads one profile: a JSON object with the members of {@link SourceProfile}.
   *
   * @throws IllegalArgumentException saying which member is wrong
   */
  public static SourceProfile parse(String json) {
    try {
      return MAPPER.readValue(json, SourceProfile.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no source profile: " + e.getOriginalMessage(), e);
    }
  }
}
