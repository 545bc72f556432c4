package org.airwitness.remoteid;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** The module stands alone. */
class ArchitectureTest {
  private static final String OURS = "org.airwitness.remoteid..";
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.airwitness.remoteid");

  @Test
  void dependsOnlyOnJavaAndJSpecify() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", OURS)
        .check(MODULE);
  }

  @Test
  void hasNoClockAndNoInputOutput() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.net..", "java.nio.file..", "java.util.logging..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Clock.class, InstantSource.class)
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(MODULE);
  }

  @Test
  void codecDoesNotDependOnIdentityRules() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.airwitness.remoteid.identity")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.airwitness.remoteid.identity")
        .check(MODULE);
  }
}
