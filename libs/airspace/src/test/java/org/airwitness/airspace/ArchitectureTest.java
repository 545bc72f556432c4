package org.airwitness.airspace;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String MODEL = "org.airwitness.airspace";
  private static final String FORMAT = "org.airwitness.airspace.format";
  private static final String INDEX = "org.airwitness.airspace.index";
  private static final String GEODESY = "org.airwitness.airspace.geodesy";
  private static final String HEIGHT = "org.airwitness.airspace.height";
  private static final String EDITION = "org.airwitness.airspace.edition";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(MODEL);

  @Test
  void modelIndexAndMonitorNeedOnlyJavaAndGeodesics() {
    classes()
        .that()
        .resideInAnyPackage(MODEL, EDITION, INDEX, GEODESY, HEIGHT)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            MODEL,
            EDITION,
            INDEX,
            GEODESY,
            HEIGHT,
            "java..",
            "org.jspecify..",
            "net.sf.geographiclib..")
        .check(CLASSES);
  }

  @Test
  void shapesGeodesyAndHeightsKnowNothingOfZones() {
    noClasses()
        .that()
        .resideInAnyPackage(INDEX, GEODESY, HEIGHT)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(MODEL, FORMAT)
        .check(CLASSES);
  }

  @Test
  void formatsNeedOnlyJacksonJtsAndTheXmlOfJavaBesides() {
    classes()
        .that()
        .resideInAPackage(FORMAT)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            MODEL,
            FORMAT,
            GEODESY,
            HEIGHT,
            "java..",
            "javax.xml..",
            "org.w3c.dom..",
            "org.xml.sax..",
            "org.jspecify..",
            "net.sf.geographiclib..",
            "com.fasterxml.jackson..",
            "org.locationtech.jts..")
        .check(CLASSES);
  }

  @Test
  void jtsIsUsedInOnePlace() {
    noClasses()
        .that()
        .doNotHaveSimpleName("PlanarGeometry")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.locationtech.jts..")
        .check(CLASSES);
  }

  @Test
  void nothingReadsAClockAFileOrTheNetwork() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "java.nio.file..", "java.util.logging..")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .check(CLASSES);
  }
}
