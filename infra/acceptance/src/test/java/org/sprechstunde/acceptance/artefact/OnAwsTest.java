package org.sprechstunde.acceptance.artefact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sprechstunde.local.ExampleTown;
import org.sprechstunde.local.engine.FunctionEnvironment;
import org.sprechstunde.local.template.TownTemplate;
import org.sprechstunde.repository.Repository;

/** Everywhere else the functions are told where AWS's services are. There they find them themselves, with what is in the jar. */
final class OnAwsTest {
    private static final String CALLS = AwsCalls.class.getName();
    private static final String BUCKET = "https://town-media.s3.eu-central-1.amazonaws.com";
    private static List<String> calls = List.of();

    /** Knows the jar, and of all that is tested here only the one class that makes the calls. */
    private static final class Jar extends URLClassLoader {
        Jar() throws IOException {
            super(
                    new URL[] {
                        Repository.file("infra/package/target/functions.jar")
                                .toUri()
                                .toURL()
                    },
                    ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (!name.startsWith(CALLS)) {
                return super.findClass(name);
            }
            try (InputStream file = Objects.requireNonNull(
                    AwsCalls.class.getResourceAsStream("/" + name.replace('.', '/') + ".class"))) {
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @BeforeAll
    static void call() throws Exception {
        try (var jar = new Jar()) {
            calls = calls(jar);
        }
    }

    @Test
    void theBucketIsAskedWhereItIs() {
        assertThat(calls)
                .filteredOn(call -> call.contains(" " + BUCKET))
                .extracting(call -> call.substring(0, call.indexOf(" http")))
                .contains(
                        "PUT ",
                        "POST uploads",
                        "PUT partNumber+uploadId",
                        "POST uploadId",
                        "GET list-type",
                        "GET ",
                        "GET uploads",
                        "POST delete",
                        "DELETE uploadId",
                        "DELETE ",
                        "sign");
    }

    @Test
    void soIsEachOtherService() {
        assertThat(calls)
                .filteredOn(call -> !call.contains(BUCKET))
                .containsExactly(
                        "POST  https://dynamodb.eu-central-1.amazonaws.com/",
                        "POST  https://secretsmanager.eu-central-1.amazonaws.com/",
                        "POST  https://kms.eu-central-1.amazonaws.com/",
                        "POST  https://sns.eu-central-1.amazonaws.com/");
    }

    @Test
    void thePageMayLoadFromTheBucket() {
        assertThat(calls)
                .filteredOn(call -> call.startsWith("page "))
                .singleElement()
                .asString()
                .contains(BUCKET);
    }

    @SuppressWarnings("unchecked")
    private static List<String> calls(ClassLoader jar) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(jar);
        try {
            var made = (Function<Map<String, String>, List<String>>)
                    jar.loadClass(CALLS).getConstructor().newInstance();
            return made.apply(environment());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Map<String, String> environment() throws IOException {
        Map<String, String> parameters = ExampleTown.with(Map.of("WhatsAppPhoneNumberId", "1"));
        var given = new FunctionEnvironment(Map.of(
                "BUCKET", "town-media",
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "key",
                "AWS_SECRET_ACCESS_KEY", "secret"));
        return given.of(TownTemplate.read(Repository.file("template.yaml"), parameters)
                .functions()
                .getFirst());
    }
}
