package org.airwitness.console.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Arguments of a command: {@code --name value} pairs, each as often as wanted, and plain words. */
record Options(Map<String, List<String>> named, List<String> words) {

  /**
   * Reads the arguments after the command's name.
   *
   * @throws CommandException for a name that is not known or has no value
   */
  static Options parse(String[] arguments, Set<String> known) {
    var named = new LinkedHashMap<String, List<String>>();
    var words = new ArrayList<String>();
    for (int i = 1; i < arguments.length; i++) {
      if (!arguments[i].startsWith("--")) {
        words.add(arguments[i]);
        continue;
      }
      String name = arguments[i].substring(2);
      if (!known.contains(name)) {
        throw new CommandException("%s has no option --%s".formatted(arguments[0], name));
      }
      if (++i == arguments.length) {
        throw new CommandException("--" + name + " needs a value");
      }
      named.computeIfAbsent(name, _ -> new ArrayList<>()).add(arguments[i]);
    }
    return new Options(named, words);
  }

  List<String> all(String name) {
    return named.getOrDefault(name, List.of());
  }

  Optional<String> find(String name) {
    return all(name).stream().findFirst();
  }

  String get(String name) {
    return find(name).orElseThrow(() -> new CommandException("--" + name + " is required"));
  }

  int number(String name, int otherwise) {
    String text = find(name).orElse(Integer.toString(otherwise));
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new CommandException("--%s is a whole number, not '%s'".formatted(name, text), e);
    }
  }
}
