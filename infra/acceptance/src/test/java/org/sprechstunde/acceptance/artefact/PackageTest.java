package org.sprechstunde.acceptance.artefact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.acceptance.repository.Repository;
import org.sprechstunde.acceptance.repository.Yaml;

/** The jar holds what Lambda needs and nothing else: each file more is a slower start. */
final class PackageTest {
    private static final long LARGEST = 25L * 1024 * 1024;
    private static final Pattern NATIVE = Pattern.compile(".*\\.(so|dll|dylib|jnilib)");
    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"");

    private final Artefact artefact = Artefact.ofThisBuild();
    private final List<String> files = artefact.files();

    @Test
    void itIsSmall() {
        assertThat(artefact.bytes()).isPositive().isLessThanOrEqualTo(LARGEST);
    }

    @Test
    void itsOnlyNativeLibraryIsTheOneForLambdasProcessor() {
        assertThat(files)
                .filteredOn(file -> NATIVE.matcher(file).matches())
                .containsExactly("linux/armv8/glibc/libaws-crt-jni.so");
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
