package org.sprechstunde.acceptance.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sprechstunde.repository.Repository;

/** Every test runs in every build or, tagged {@code full}, with {@code -Pfull}; there is nothing else that a test could be. */
final class TagsTest {
    private static final String FULL = "full";

    private static final Set<String> TESTS = Set.of(
            "org.junit.jupiter.api.Test",
            "org.junit.jupiter.params.ParameterizedTest",
            "com.code_intelligence.jazzer.junit.FuzzTest",
            "net.jqwik.api.Property");

    /** What else a method of a test class may be to the frameworks. */
    private static final Set<String> HELPERS = Set.of(
            "BeforeAll",
            "BeforeEach",
            "AfterAll",
            "AfterEach",
            "BeforeTry",
            "Provide",
            "Tag",
            "DisabledIf",
            "Order",
            "DictionaryFile",
            "CsvFileSource",
            "CsvSource",
            "EnumSource",
            "MethodSource",
            "ValueSource");

    private static final Pattern FRAMEWORK = Pattern.compile("(org\\.junit|net\\.jqwik|com\\.code_intelligence)\\..*");

    /** What is called so measures and promises nothing: {@code infra/bench} runs it, and no build. */
    private static final String BENCHMARK = "Benchmark";

    /** Takes pictures and promises nothing either: {@code infra/acceptance/screens}. */
    private static final String SCREENS = "PageScreens";

    private static final JavaClasses CLASSES = ArchConfiguration.withThreadLocalScope(TagsTest::classes);

    /** What the tests use need not be read for that. */
    private static JavaClasses classes(ArchConfiguration configuration) {
        configuration.setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .importPaths(modules()
                        .map(module -> module.resolve("target/test-classes"))
                        .toList());
    }

    private static Stream<Path> modules() {
        return Repository.modules().stream().map(Repository::file);
    }

    private static Stream<Path> poms() {
        return Stream.concat(Stream.of(Repository.file("")), modules()).map(module -> module.resolve("pom.xml"));
    }

    private static Stream<String> found(String pom, String element) {
        return Pattern.compile("<" + element + ">([^<]*)</" + element + ">")
                .matcher(pom)
                .results()
                .map((MatchResult match) -> match.group(1));
    }

    private static List<String> inPoms(String element) {
        return poms().flatMap(pom -> found(text(pom), element)).toList();
    }

    private static String text(Path file) {
        return Repository.text(Repository.file("").relativize(file).toString());
    }

    private static Stream<JavaMethod> tests() {
        return CLASSES.stream().flatMap(type -> type.getMethods().stream()).filter(TagsTest::isTest);
    }

    private static boolean isTest(JavaMethod method) {
        return names(method).anyMatch(TESTS::contains);
    }

    private static Stream<String> names(JavaMember member) {
        return member.getAnnotations().stream().map(TagsTest::name);
    }

    private static String name(JavaAnnotation<?> annotation) {
        return annotation.getRawType().getName();
    }

    @Test
    void everyTestRunsByDefaultOrWithFull() {
        long all = tests().count();
        long full = tests().filter(TagsTest::isFull).count();

        System.out.printf("%nTests: %d methods, %d by default, %d with -Pfull alone%n", all, all - full, full);
        assertThat(full).isPositive();
        assertThat(all - full).isGreaterThan(10 * full);
        assertThat(tests().map(JavaMethod::getOwner)).allMatch(TagsTest::isTakenByItsName);
    }

    /** Surefire would miss any other. */
    private static boolean isTakenByItsName(JavaClass type) {
        String name = type.getSimpleName();
        return type.isTopLevelClass() && (name.endsWith("Test") || name.endsWith(BENCHMARK) || name.equals(SCREENS));
    }

    private static boolean isFull(JavaMethod method) {
        return Stream.of(
                        method.tryGetAnnotationOfType(Tag.class),
                        method.getOwner().tryGetAnnotationOfType(Tag.class))
                .flatMap(Optional::stream)
                .anyMatch(tag -> tag.value().equals(FULL));
    }

    @Test
    void thereIsNoOtherTagAndNothingIsSwitchedOff() {
        Stream<JavaAnnotation<?>> all = CLASSES.stream()
                .flatMap(type -> Stream.concat(
                        type.getAnnotations().stream(),
                        type.getMethods().stream().flatMap(method -> method.getAnnotations().stream())));

        assertThat(all.filter(annotation -> name(annotation).matches(".*\\.(Tags?|Disabled)")))
                .isNotEmpty()
                .allSatisfy(annotation -> {
                    assertThat(name(annotation)).isEqualTo(Tag.class.getName());
                    assertThat(annotation.get("value")).contains(FULL);
                });
    }

    /** Else a new kind of test would be counted by nobody. */
    @Test
    void everyKindOfTestIsKnown() {
        assertThat(CLASSES.stream()
                        .flatMap(type -> type.getMethods().stream())
                        .flatMap(TagsTest::names)
                        .filter(name -> FRAMEWORK.matcher(name).matches())
                        .filter(name -> !TESTS.contains(name))
                        .map(name -> name.substring(name.lastIndexOf('.') + 1))
                        .filter(name -> !HELPERS.contains(name)))
                .isEmpty();
    }

    @Test
    void theBuildLeavesOutWhatIsTaggedAndNothingElse() {
        assertThat(inPoms("excludedGroups")).containsOnly("${tests.left.out}");
        assertThat(found(Repository.text("pom.xml"), "tests.left.out")).containsExactly(FULL);
        assertThat(Repository.text("pom.xml")).containsOnlyOnce("<tests.left.out/>");
        assertThat(inPoms("groups")).isEmpty();
        assertThat(inPoms("skip")).containsOnly("${fuzz.skip}", "${skipTests}");
        assertThat(inPoms("exclude").stream().filter(pattern -> pattern.endsWith(".java")))
                .as("runs by itself, after all others")
                .isEqualTo(inPoms("include").stream()
                        .filter(pattern -> pattern.endsWith(".java"))
                        .toList())
                .containsExactly("**/PermissionsTest.java");
    }

    @Test
    void everyModuleIsHere() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName))
                .contains(
                        "org.sprechstunde.whatsapp",
                        "org.sprechstunde.local.gateway",
                        "org.sprechstunde.connect",
                        "org.sprechstunde.repository",
                        getClass().getPackageName());
        assertThat(modules().filter(module -> Files.isDirectory(module.resolve("src/test/java"))))
                .isNotEmpty()
                .allMatch(module -> Files.isDirectory(module.resolve("target/test-classes")));
    }
}
