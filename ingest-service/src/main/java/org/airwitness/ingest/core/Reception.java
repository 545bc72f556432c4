package org.airwitness.ingest.core;

import org.jspecify.annotations.Nullable;

/**
 * How a frame came in.
 *
 * @param address transmitter address in lower case with colons
 */
public record Reception(
    Transport transport,
    @Nullable String address,
    @Nullable Integer rssiDbm,
    @Nullable Integer channel,
    @Nullable Integer frequencyKhz,
    @Nullable Integer counter) {}
