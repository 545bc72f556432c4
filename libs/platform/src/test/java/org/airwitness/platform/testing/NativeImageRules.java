package org.airwitness.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What the code of a service, with everything of this project in it, must not do because a native
 * image does it otherwise than a JVM: it has what is found by name only when it is told, and its
 * classes are initialised where it is built.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // The classes are read once, not for every rule.
public abstract class NativeImageRules {
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

  /** Records beside the API's that never are JSON. */
  private static final Set<String> NOT_JSON =
      Set.of(
          "org.airwitness.platform.rest.Cursor",
          "org.airwitness.platform.rest.LiveStream$Entry",
          "org.airwitness.track.rest.TimeRange");

  /** What belongs to a process and cannot be in the heap of an image. */
  private static final List<Class<?>> OF_THE_PROCESS =
      List.of(
          RandomGenerator.class,
          InetAddress.class,
          SocketAddress.class,
          Thread.class,
          Executor.class,
          HttpClient.class,
          Clock.class);

  /** What asks the machine, the time or chance. */
  private static final Map<Class<?>, Set<String>> OF_THE_MACHINE =
      Map.of(
          System.class, Set.of("getenv", "getProperty", "nanoTime", "currentTimeMillis"),
          Instant.class, Set.of("now"),
          ZoneId.class, Set.of("systemDefault"),
          UUID.class, Set.of("randomUUID"),
          Path.class, Set.of("toAbsolutePath", "toRealPath"),
          Runtime.class, Set.of("availableProcessors", "maxMemory"));

  private final JavaClasses everything =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          // What is on the class path of tests alone.
          .withImportOption(location -> !location.contains("/testing/"))
          .withImportOption(location -> !location.contains("/embedded/"))
          .importPackages("org.airwitness");

  @Test
  void findsByNameOnlyWhatTheNativeImageHas() throws IOException {
    var callers =
        classes(type ->
            type.getMethodCallsFromSelf().stream().anyMatch(call -> isOneOf(BY_NAME, call)));

    assertThat(callers).isSubsetOf(RESOURCES.keySet());
    var settings = new Properties();
    try (var in = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
      settings.load(in);
    }
    assertThat(callers)
        .extracting(RESOURCES::get)
        .isSubsetOf(settings.getProperty("quarkus.native.resources.includes", "").split(","));
  }

  /**
   * Quarkus sees what Jackson writes and reads in the signatures of resources, not behind a {@code
   * Response} or an {@code Object}: there the record says so itself, or is answered with status
   * 500.
   */
  @Test
  void knowsEveryRecordOfTheApi() {
    var known = new LinkedHashSet<Class<?>>();
    var records = new LinkedHashSet<Class<?>>();
    for (JavaClass type : everything) {
      if (type.isAnnotatedWith(RegisterForReflection.class)) {
        known.add(type.reflect());
        known.addAll(List.of(type.getAnnotationOfType(RegisterForReflection.class).targets()));
      }
      if (type.isAnnotatedWith("jakarta.ws.rs.Path")) {
        known.addAll(JsonRecords.within(inSignatures(type.reflect())));
      }
      if (type.isRecord() && type.getPackageName().endsWith(".rest")) {
        records.add(type.reflect());
      }
    }
    records.removeIf(each -> NOT_JSON.contains(each.getName()));

    assertThat(known).containsAll(JsonRecords.within(records.toArray(Type[]::new)));
  }

  /** Jackson asked for an array makes it by reflection, which fails in an image; a list does. */
  @Test
  void asksNobodyToMakeArraysOfItsTypes() {
    assertThat(
            classes(type ->
                type.getReferencedClassObjects().stream()
                    .map(reference -> reference.getRawType())
                    .anyMatch(each ->
                        each.isArray()
                            && each.getBaseComponentType()
                                .getPackageName()
                                .startsWith("org.airwitness"))))
        .isEmpty();
  }

  @Test
  void keepsNothingOfTheMachineThatBuildsTheImage() {
    var fields = new TreeSet<String>();
    for (JavaClass type : everything) {
      type.getFields().stream()
          .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
          .filter(NativeImageRules::belongsToAProcess)
          .map(JavaField::getFullName)
          .forEach(fields::add);
    }

    assertThat(fields).isEmpty();
    assertThat(
            classes(type ->
                type.getStaticInitializer().stream()
                    .flatMap(start -> start.getMethodCallsFromSelf().stream())
                    .anyMatch(call -> isOneOf(OF_THE_MACHINE, call))))
        .isEmpty();
  }

  private Set<String> classes(Predicate<JavaClass> which) {
    var names = new TreeSet<String>();
    everything.stream().filter(which).map(JavaClass::getName).forEach(names::add);
    return names;
  }

  private static Type[] inSignatures(Class<?> resource) {
    return Arrays.stream(resource.getDeclaredMethods())
        .filter(method -> !Modifier.isPrivate(method.getModifiers()))
        .flatMap(method ->
            Stream.concat(
                Stream.of(method.getGenericReturnType()),
                Arrays.stream(method.getGenericParameterTypes())))
        .toArray(Type[]::new);
  }

  private static boolean belongsToAProcess(JavaField field) {
    return OF_THE_PROCESS.stream().anyMatch(each -> field.getRawType().isAssignableTo(each));
  }

  private static boolean isOneOf(Map<Class<?>, Set<String>> methods, JavaMethodCall call) {
    return methods.entrySet().stream()
        .anyMatch(each ->
            call.getTargetOwner().isEquivalentTo(each.getKey())
                && each.getValue().contains(call.getName()));
  }
}
