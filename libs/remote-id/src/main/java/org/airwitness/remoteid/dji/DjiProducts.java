package org.airwitness.remoteid.dji;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Names the models of DroneID's product numbers, as far as decoders in the field know them. */
public final class DjiProducts {
  private static final String TABLE =
      """
        1 Inspire 1
        2 Phantom 3
        3 Phantom 3
        4 Phantom 3 Std
        5 M100
        6 ACEONE
        7 WKM
        8 NAZA
        9 A2
       10 A3
       11 Phantom 4
       12 MG1
       14 M600
       15 Phantom 3 4K
       16 Mavic Pro
       17 Inspire 2
       18 Phantom 4 Pro
       20 N2
       21 Spark
       23 M600 Pro
       24 Mavic Air
       25 M200
       26 Phantom 4
       27 Phantom 4 Adv
       28 M210
       30 M210 RTK
       31 A3 AG
       32 MG2
       34 MG1A
       35 Phantom 4 RTK
       36 Phantom 4 Pro V2
       38 MG1P
       40 MG1P RTK
       41 Mavic 2
       44 M200 V2
       51 Mavic 2 Enterprise
       53 Mavic Mini
       58 Mavic Air 2
       59 P4 Multispectral
       60 M300 RTK
       61 FPV
       63 Mini 2
       64 Agras T10
       65 Agras T30
       66 Air 2S
       67 M30
       68 Mavic 3
       69 Mavic 2 Enterprise Adv
       70 Mini SE
       72 Agras T40
       73 Mini 3 Pro
       75 Avata
       76 Inspire 3
       77 Mavic 3 E/T/M
       78 FlyCart 30
       82 Agras T25
       83 Agras T50
       84 Mavic 3 Pro
       86 Mavic 3 Classic
       87 Mini 3
       88 Mini 2 SE
       89 M350 RTK
       90 Air 3
       91 Matrice 3D/3TD
       93 Mini 4 Pro
       95 T60
       96 T25P
      240 Yuneec H480
      """;

  private static final Map<Integer, String> NAMES = read();

  private DjiProducts() {}

  /** The usual name of a model, for example {@code Mavic Air}; empty if the number is not known. */
  public static Optional<String> findName(int product) {
    return Optional.ofNullable(NAMES.get(product));
  }

  private static Map<Integer, String> read() {
    Map<Integer, String> names = new HashMap<>();
    TABLE
        .lines()
        .map(String::strip)
        .forEach(line -> {
          int space = line.indexOf(' ');
          names.put(Integer.valueOf(line.substring(0, space)), line.substring(space + 1));
        });
    return Map.copyOf(names);
  }
}
