package org.airwitness.platform.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The rules every service keeps; a service's test extends this class and names its root package.
 *
 * <p>{@code core} decides and knows no framework; only {@code messaging} sees the wire, only {@code
 * rest} sees HTTP, only {@code store} sees SQL and entities; no service sees another.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // The classes are read once, not for every rule.
public abstract class ServiceArchitecture {
  private static final List<String> SERVICES = List.of("ingest", "track", "zone", "alert");

  /** Methods that find by name at run time what a native image only has when it is told. */
  private static final Map<Class<?>, Set<String>> BY_NAME =
      Map.of(
          Class.class,
              Set.of("forName", "getResource", "getResourceAsStream", "getDeclaredConstructor"),
          ClassLoader.class, Set.of("loadClass", "getResource", "getResourceAsStream"),
          ServiceLoader.class, Set.of("load", "loadInstalled"),
          Proxy.class, Set.of("newProxyInstance"),
          MethodHandles.Lookup.class, Set.of("findClass", "findVirtual", "findStatic"),
          Method.class, Set.of("invoke"),
          Constructor.class, Set.of("newInstance"));

  /** Who may call them, with the resource each one reads. */
  private static final Map<String, String> RESOURCES =
      Map.of(
          "org.airwitness.airspace.format.SourceProfiles",
              "org/airwitness/airspace/format/profiles.json",
          "org.airwitness.airspace.height.Egm96", "org/airwitness/airspace/height/egm96-15.cm.gz");

  private final String service;
  private final JavaClasses classes;

  protected ServiceArchitecture(String service) {
    this.service = service;
    this.classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.airwitness." + service);
  }

  @Test
  void theCoreKnowsNoFramework() {
    check(
        noClasses()
            .that()
            .resideInAPackage("..core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.opentelemetry..",
                "io.quarkus..",
                "io.smallrye..",
                "io.vertx..",
                "jakarta..",
                "org.apache.kafka..",
                "org.hibernate..",
                "org.jboss..",
                "org.eclipse.microprofile..",
                "com.google.protobuf..",
                "org.airwitness.contract.v1.."));
  }

  @Test
  void theCoreReadsNoClock() {
    check(
        noClasses()
            .that()
            .resideInAPackage("..core..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime"));
  }

  @Test
  void onlyMessagingSeesTheWire() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("..messaging..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.airwitness.contract.v1..", "org.apache.kafka.."));
  }

  @Test
  void onlyRestSeesHttp() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("..rest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs.."));
  }

  @Test
  void onlyTheStoreSeesTheDatabase() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("..store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.vertx.mutiny.sqlclient..",
                "io.vertx.sqlclient..",
                "jakarta.persistence..",
                "org.hibernate..",
                "io.quarkus.hibernate.."));
  }

  @Test
  void seesNoOtherService() {
    String[] others =
        SERVICES.stream()
            .filter(other -> !other.equals(service))
            .map(other -> "org.airwitness." + other + "..")
            .toArray(String[]::new);
    check(noClasses().should().dependOnClassesThat().resideInAnyPackage(others));
  }

  @Test
  void beansAreInjectedThroughConstructors() {
    check(
        fields()
            .that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("..store.entity..")
            .should()
            .notBeAnnotatedWith("jakarta.inject.Inject"));
  }

  @Test
  void namesSayWhatAClassDoes() {
    check(classes().should().haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl|Processor)$"));
  }

  @Test
  void findsByNameOnlyWhatTheNativeImageHas() throws IOException {
    var everything =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // What is on the class path of tests alone.
            .withImportOption(location -> !location.contains("/testing/"))
            .withImportOption(location -> !location.contains("/embedded/"))
            .importPackages("org.airwitness");
    var callers = new TreeSet<String>();
    for (JavaClass type : everything) {
      for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
        if (findsByName(call)) {
          callers.add(type.getName());
        }
      }
    }

    assertThat(callers).isSubsetOf(RESOURCES.keySet());
    var settings = new Properties();
    try (var in = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
      settings.load(in);
    }
    assertThat(callers)
        .extracting(RESOURCES::get)
        .isSubsetOf(settings.getProperty("quarkus.native.resources.includes", "").split(","));
  }

  private static boolean findsByName(JavaMethodCall call) {
    return BY_NAME.entrySet().stream()
        .anyMatch(each ->
            call.getTargetOwner().isEquivalentTo(each.getKey())
                && each.getValue().contains(call.getName()));
  }

  private void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(classes);
  }
}
