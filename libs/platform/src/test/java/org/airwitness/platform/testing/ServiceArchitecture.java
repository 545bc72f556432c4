package org.airwitness.platform.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The rules every service keeps; a service's test extends this class and names its root package.
 *
 * <p>{@code core} decides and knows no framework; only {@code messaging} sees the wire, only {@code
 * rest} sees HTTP, only {@code store} sees SQL and entities; no service sees another.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // The classes are read once, not for every rule.
public abstract class ServiceArchitecture extends NativeImageRules {
  private static final List<String> SERVICES = List.of("ingest", "track", "zone", "alert");

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

  private void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(classes);
  }
}
