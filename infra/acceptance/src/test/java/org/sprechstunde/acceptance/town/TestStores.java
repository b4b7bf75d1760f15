package org.sprechstunde.acceptance.town;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.sprechstunde.acceptance.costs.TestRunBill;
import org.sprechstunde.local.Options;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Where the stores of the tests are: here; with {@code -Dacceptance.stores=elsewhere} where the standard AWS variables
 * point; or, with {@code -Plocalstack}, in a container of LocalStack's that lives as long as the tests.
 */
final class TestStores {
    /** The last image that needs no account with LocalStack. */
    private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.14.0");

    private static final String REGION = "eu-central-1";

    private static final String WHERE = System.getProperty("acceptance.stores", "here");

    private static final String NO_DOCKER =
            "LEFT OUT: the tests on LocalStack need Docker, and none answers here. Nothing was tested.";

    private static @Nullable LocalStackContainer container;

    private TestStores() {}

    /** The same options with the variables that lead to the stores; one that is set already leads elsewhere on purpose. */
    static Options of(Options options) {
        Options led = options;
        for (Map.Entry<String, String> variable : variables().entrySet()) {
            if (!options.environment().containsKey(variable.getKey())) {
                led = led.withEnvironment(variable.getKey(), variable.getValue());
            }
        }
        return led;
    }

    /** Whether they outlive a town, so that a test must take its own away. */
    static boolean areElsewhere(Options options) {
        return options.environment().keySet().stream().anyMatch(name -> name.startsWith("AWS_ENDPOINT_URL"));
    }

    /**
     * Said once, aloud: a run without Docker must not look like one that has passed. Where somebody pays for the
     * stores, the calls of the whole run are counted from here.
     */
    static ConditionEvaluationResult condition(ExtensionContext context) {
        if (WHERE.equals("elsewhere")) {
            context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(TestRunBill.class, _ -> new TestRunBill(), TestRunBill.class);
        }
        if (!inContainer() || DockerClientFactory.instance().isDockerAvailable()) {
            return ConditionEvaluationResult.enabled("there are stores");
        }
        context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).computeIfAbsent(NO_DOCKER, words -> {
            System.err.println(words);
            return words;
        });
        return ConditionEvaluationResult.disabled(NO_DOCKER);
    }

    private static boolean inContainer() {
        return WHERE.equals("localstack");
    }

    private static Map<String, String> variables() {
        if (!inContainer()) {
            return Map.of();
        }
        LocalStackContainer localStack = container();
        URI endpoint = localStack.getEndpoint();
        return Map.of(
                "AWS_ENDPOINT_URL_DYNAMODB", endpoint.toString(),
                "AWS_ENDPOINT_URL_S3", endpoint.toString(),
                "AWS_REGION", REGION,
                "AWS_ACCESS_KEY_ID", localStack.getAccessKey(),
                "AWS_SECRET_ACCESS_KEY", localStack.getSecretKey());
    }

    /** Stopped by its own watchdog when this JVM ends. */
    private static synchronized LocalStackContainer container() {
        LocalStackContainer running = container;
        if (running == null) {
            // As strict with presigned addresses as S3 is; and where the town's stack would be.
            running = new LocalStackContainer(IMAGE)
                    .withServices("dynamodb", "s3")
                    .withEnv("S3_SKIP_SIGNATURE_VALIDATION", "0")
                    .withEnv("DEFAULT_REGION", REGION);
            running.start();
            container = running;
        }
        return running;
    }
}
