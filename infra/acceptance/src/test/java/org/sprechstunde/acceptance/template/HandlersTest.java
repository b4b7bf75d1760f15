package org.sprechstunde.acceptance.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sprechstunde.local.ExampleTown;
import org.sprechstunde.local.template.FunctionSpec;
import org.sprechstunde.local.template.TownTemplate;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.repository.Repository;

/** What the template says about the functions, held against their code; with the stack's own login and another. */
class HandlersTest {
    private static final String API = "com.amazonaws.services.lambda.runtime.";

    /** What Lambda adds. */
    private static final Map<String, String> LAMBDA =
            Map.of("AWS_REGION", "eu-central-1", "AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "key");

    private static final Map<String, String> OWN_LOGIN =
            ExampleTown.with(Map.of("WhatsAppPhoneNumberId", "100000000000001"));

    private static Map<String, String> foreignLogin() {
        Map<String, String> parameters = new HashMap<>(OWN_LOGIN);
        parameters.put("NotificationEmail", "rathaus@example.org");
        parameters.put("OidcIssuer", "https://login.example.org/");
        parameters.put("OidcClientId", "page");
        parameters.put("LoginOrigin", "https://login.example.org");
        return parameters;
    }

    static Stream<FunctionSpec> functions() throws IOException {
        return read(OWN_LOGIN).functions().stream();
    }

    static Stream<FunctionSpec> environments() throws IOException {
        return Stream.concat(functions(), read(foreignLogin()).functions().stream());
    }

    private static TownTemplate read(Map<String, String> parameters) throws IOException {
        return TownTemplate.read(Repository.file(WrittenTemplate.FILE), parameters);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyHandlerExistsAndCanBeBuiltOnLambdaAndHere(FunctionSpec function) throws ReflectiveOperationException {
        Class<?> handler = handler(function);

        assertThat(Modifier.isPublic(handler.getModifiers())).isTrue();
        assertThat(Modifier.isPublic(handler.getConstructor().getModifiers())).isTrue();
        assertThat(Modifier.isPublic(handler.getConstructor(Platform.class).getModifiers()))
                .isTrue();
    }

    /** Lambda's own reader costs a start eight hundred classes; what a stream calls has nobody who waits, and its event many parts. */
    @ParameterizedTest
    @MethodSource("functions")
    void onlyWhatTheStreamCallsIsReadForIt(FunctionSpec function) throws ReflectiveOperationException {
        String expected = function.logicalId().equals("TasksFunction") ? "RequestHandler" : "RequestStreamHandler";

        assertThat(Class.forName(API + expected).isAssignableFrom(handler(function)))
                .as("%s is a %s", function.handler(), expected)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("environments")
    void theEnvironmentIsWhatTheFunctionReads(FunctionSpec function) {
        Map<String, String> environment = new HashMap<>(function.environment());
        environment.putAll(LAMBDA);

        assertThatCode(() -> Settings.of(environment)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("environments")
    void theEnvironmentHoldsNothingThatIsNotRead(FunctionSpec function) {
        List<String> known = List.of(
                "TABLE BUCKET SECRET TOWN TOWN_HALL_HOURS TOWN_HALL_HOURS_ENGLISH CITIZEN_LANGUAGES OFFICE_HOURS FEDERAL_STATE CLOSED_DAYS MAYOR_FORM MAYOR_NAME WHATSAPP_STORAGE SWITCHED_OFF_TEXTS PRIVACY_NOTICE_URL IMPRINT_URL FEEDBACK_URL RETENTION_IDLE_DAYS RETENTION_MAX_DAYS WHATSAPP_API_URL "
                        .concat("WHATSAPP_API_VERSION WHATSAPP_PHONE_NUMBER_ID WHATSAPP_MEDIA_HOST OIDC_ISSUER ")
                        .concat("OIDC_CLIENT_ID OIDC_SCOPE LOGIN_ORIGIN LOGIN_CLAIM LOGIN_CLAIM_VALUE SIGNS"
                                + " MAYOR_TOPIC REMINDER_HOURS PAGE_URL JAVA_TOOL_OPTIONS")
                        .split(" "));

        assertThat(known).containsAll(function.environment().keySet());
    }

    /** SnapStart starts a function before it has credentials, and hands them out by an address. */
    @ParameterizedTest
    @MethodSource("environments")
    void everyFunctionCanBeStartedBeforeItHasCredentials(FunctionSpec function) throws ReflectiveOperationException {
        Map<String, String> environment = new HashMap<>(function.environment());
        environment.put("AWS_REGION", "eu-central-1");
        environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1:9001/2021-08-23/credentials");
        try (Platform platform = Platform.of(environment, Clock.systemUTC())) {
            assertThat(handler(function).getConstructor(Platform.class).newInstance(platform))
                    .isNotNull();
        }
    }

    private static Class<?> handler(FunctionSpec function) throws ClassNotFoundException {
        return Class.forName(function.handler(), false, HandlersTest.class.getClassLoader());
    }
}
