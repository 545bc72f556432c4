package org.airwitness.console.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private static final Set<String> KNOWN = Set.of("api", "ready", "partitions");

  private static Options parse(String... arguments) {
    return Options.parse(arguments, KNOWN);
  }

  @Test
  void readsNamesAsOftenAsGivenAndWords() {
    var options = parse("check", "--ready", "a", "file.json", "--ready", "b", "--partitions", "3");

    assertThat(options.all("ready")).containsExactly("a", "b");
    assertThat(options.words()).containsExactly("file.json");
    assertThat(options.number("partitions", 12)).isEqualTo(3);
    assertThat(options.find("api")).isEmpty();
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> parse("check", "--apis", "x"))
        .hasMessage("check has no option --apis");
    assertThatThrownBy(() -> parse("check", "--api")).hasMessage("--api needs a value");
    assertThatThrownBy(() -> parse("check").get("api")).hasMessage("--api is required");
    assertThatThrownBy(() -> parse("topics", "--partitions", "many").number("partitions", 1))
        .hasMessage("--partitions is a whole number, not 'many'");
  }
}
