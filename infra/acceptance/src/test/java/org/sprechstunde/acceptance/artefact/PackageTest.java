package org.sprechstunde.acceptance.artefact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.repository.Repository;
import org.sprechstunde.repository.Yaml;

/** The jar holds what Lambda needs and nothing else: each file more is a slower start. */
final class PackageTest {
    /** With the library beside it, and before that is compressed. */
    private static final long LARGEST = 16_000_000;
    /** Where an ELF file says for which processor it is, and what is Lambda's there. */
    private static final int MACHINE = 18;

    private static final byte AARCH64 = (byte) 183;
    /** They ask for what they need for SQL and XML, and for streams of events, if somebody has such: nobody here. */
    private static final List<String> NAMED_FOR_OTHERS = List.of(
            "com/fasterxml/jackson/databind/ext/OptionalHandlerFactory.class",
            "software/amazon/awssdk/http/auth/aws/internal/signer/util/OptionalDependencyLoaderUtil.class");

    private static final Pattern NATIVE = Pattern.compile(".*\\.(so|dll|dylib|jnilib)");
    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"");

    private final Artefact artefact = Artefact.ofThisBuild();
    private final List<String> files = artefact.files();

    @Test
    void itIsSmall() throws IOException {
        assertThat(artefact.bytes() + Files.size(Artefact.library()))
                .isPositive()
                .isLessThanOrEqualTo(LARGEST);
    }

    /** Whoever has one in the jar unpacks it at each start. */
    @Test
    void theOneNativeLibraryIsBesideIt() throws IOException {
        byte[] library = Files.readAllBytes(Artefact.library());

        assertThat(files).noneMatch(file -> NATIVE.matcher(file).matches());
        assertThat(library).startsWith(0x7f, 'E', 'L', 'F');
        assertThat(library[MACHINE]).isEqualTo(AARCH64);
    }

    /** What only a text names looks to whoever left out the rest as if nothing reached it. */
    @Test
    void everyClassThatATextNamesIsInIt() {
        Set<String> leftOut = new TreeSet<>(Artefact.whole().classes());
        leftOut.removeAll(artefact.classes());

        assertThat(leftOut).hasSizeGreaterThan(1_000);
        assertThat(artefact.texts().entrySet())
                .filteredOn(file -> !Collections.disjoint(leftOut, file.getValue()))
                .extracting(Map.Entry::getKey)
                .containsExactlyElementsOf(NAMED_FOR_OTHERS);
    }

    /** The JVM would make a class for each at each start. */
    @Test
    void noneOfOursIsALambda() {
        assertThat(artefact.lambdas().entrySet())
                .filteredOn(file -> file.getKey().startsWith("org/sprechstunde/"))
                .isEmpty();
    }

    /** Requests of AWS's services stay as they are: they would weigh more than they take. */
    @Test
    void fewOfOthersAre() {
        Map<String, Long> lambdas = artefact.lambdas();
        lambdas.keySet().removeIf(file -> file.startsWith("software/amazon/awssdk/services/"));

        assertThat(lambdas.values().stream().mapToLong(Long::longValue).sum()).isLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "software/amazon/dynamodb/",
                "com/amazonaws/services/dynamodbv2/local/",
                "org/gaul/",
                "no/nav/",
                "org/sprechstunde/local/",
                "org/eclipse/jetty/"
            })
    void noEmulatorIsInIt(String folder) {
        assertThat(files).noneMatch(file -> file.startsWith(folder));
    }

    @Test
    void noTestIsInIt() {
        assertThat(files)
                .noneMatch(file -> file.startsWith("org/sprechstunde/") && file.matches(".*Test(\\$.*)?\\.class"))
                .noneMatch(file -> file.startsWith("org/junit/") || file.startsWith("org/assertj/"))
                .noneMatch(file -> file.startsWith("org/sprechstunde/acceptance/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org/apache/http/",
                "org/apache/hc/",
                "io/netty/",
                "software/amazon/awssdk/http/apache",
                "software/amazon/awssdk/http/nio/",
                "software/amazon/awssdk/http/urlconnection/",
                "okhttp3/"
            })
    void noSecondHttpClientIsInIt(String folder) {
        assertThat(files).noneMatch(file -> file.startsWith(folder));
    }

    @Test
    void theSdkFindsOneHttpClient() {
        String services = "META-INF/services/software.amazon.awssdk.http.SdkHttpService";

        assertThat(artefact.text(services).lines().filter(line -> line.startsWith("software.")))
                .containsExactly("software.amazon.awssdk.http.crt.AwsCrtSdkHttpService");
    }

    @Test
    void thePageIsInItWithAllItNames() {
        String page = artefact.text("page/index.html");

        assertThat(ASSET.matcher(page).results().map(PackageTest::assetFile))
                .isNotEmpty()
                .allMatch(files::contains);
    }

    @Test
    void everyHandlerOfTheTemplateIsInIt() {
        JsonNode resources = Yaml.read(Repository.text("template.yaml")).path("Resources");

        assertThat(resources.findValuesAsText("Handler"))
                .hasSize(7)
                .allMatch(handler -> files.contains(handler.replace('.', '/') + ".class"));
    }

    @Test
    void theTextsThatPeopleReadAreInIt() {
        assertThat(files)
                .contains(
                        "texts/citizen.de.properties",
                        "texts/citizen.en.properties",
                        "texts/citizen.ar.properties",
                        "texts/citizen.de-simple.properties",
                        "texts/canned.json",
                        "texts/mayor.properties",
                        "texts/problems.properties");
    }

    private static String assetFile(MatchResult asset) {
        return "page" + asset.group(1);
    }
}
