package org.airwitness.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** README and schema of the chart are what its annotated values say. */
class ValuesReferenceTest {
  /** What is made from the values. */
  enum Product {
    SCHEMA("values.schema.json"),
    README("README.md");

    private final String file;

    Product(String file) {
      this.file = file;
    }

    String of(ValuesReference values) {
      return this == SCHEMA ? values.schema() : values.readme();
    }
  }

  @ParameterizedTest
  @EnumSource
  void isUpToDate(Product product) throws IOException {
    Path file = Chart.DIRECTORY.resolve(product.file);
    String made = product.of(ValuesReference.read(Chart.DIRECTORY.resolve("values.yaml")));
    if (Boolean.getBoolean("airwitness.chart.write")) {
      Files.writeString(file, made);
    }

    assertThat(file).as("write it with -Dairwitness.chart.write=true").hasContent(made);
  }
}
