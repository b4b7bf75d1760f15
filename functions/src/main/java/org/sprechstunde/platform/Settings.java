package org.sprechstunde.platform;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment tells a function, read once; a missing value is an error with its name.
 *
 * @param erasureLogKey what signs the log of erasures; absent where the town keeps none
 */
public record Settings(
        String table,
        String bucket,
        String secret,
        String town,
        String townHallHours,
        URI privacyNotice,
        Duration idleRetention,
        Duration maximumRetention,
        TextSettings texts,
        WhatsAppSettings whatsApp,
        LoginSettings login,
        Signs signs,
        PageLinks pageLinks,
        MailSettings mail,
        Optional<String> erasureLogKey,
        AwsSettings aws) {
    /** Whose clocks and calendars the towns go by. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** What the citizen is told of the mayor's doing; WhatsApp knows no typing sign without a read receipt. */
    public enum Signs {
        NONE,
        READ,
        TYPING
    }

    /**
     * How the mayor is told by e-mail.
     *
     * @param topic SNS sends to whoever has subscribed to it; absent where nobody wants mail
     * @param reminder how long before WhatsApp's window closes
     * @param page where the mail leads to
     */
    public record MailSettings(Optional<String> topic, Duration reminder, URI page) {}

    /** What the page leads to on the town's own site, as far as the town has said where it stands. */
    public record PageLinks(Optional<String> imprint, Optional<String> feedback) {}

    /** Where WhatsApp's Cloud API is reached, and the only host that media may be loaded from. */
    public record WhatsAppSettings(URI api, String version, String phoneNumberId, String mediaHost) {}

    /**
     * Region, the credentials that Lambda hands out and, away from AWS, the endpoints of its stores.
     *
     * @param credentials absent where Lambda hands them out by an address, as with SnapStart: what was started before is
     *     used after they have ended
     * @param attempts how often a call is tried, if the standard variable {@code AWS_MAX_ATTEMPTS} says so
     */
    public record AwsSettings(
            String region, Optional<Credentials> credentials, Map<Service, URI> endpoints, Optional<Integer> attempts) {
        public Optional<URI> endpoint(Service service) {
            return Optional.ofNullable(endpoints.get(service));
        }
    }

    /** What signs our calls; never printed. */
    public record Credentials(String accessKey, String secretKey, Optional<String> sessionToken) {
        @Override
        public String toString() {
            return "Credentials[…]";
        }
    }

    /** A service whose endpoint the standard variable {@code AWS_ENDPOINT_URL_…} can move. */
    public enum Service {
        DYNAMODB,
        S3,
        SECRETS_MANAGER,
        SNS,
        KMS
    }

    public static Settings of(Map<String, String> environment) {
        var variables = new Variables(environment);
        return new Settings(
                variables.text("TABLE"),
                variables.text("BUCKET"),
                variables.text("SECRET"),
                variables.text("TOWN"),
                variables.text("TOWN_HALL_HOURS"),
                variables.uri("PRIVACY_NOTICE_URL"),
                variables.days("RETENTION_IDLE_DAYS"),
                variables.days("RETENTION_MAX_DAYS"),
                TextSettings.of(variables::text, environment),
                variables.whatsApp(),
                LoginSettings.of(variables::text, variables::optional),
                variables.signs(),
                new PageLinks(variables.optional("IMPRINT_URL"), variables.optional("FEEDBACK_URL")),
                variables.mail(),
                variables.optional("ERASURE_LOG_KEY"),
                variables.aws());
    }

    private record Variables(Map<String, String> environment) {

        String text(String name) {
            return optional(name)
                    .orElseThrow(() -> new IllegalStateException("environment variable " + name + " is not set"));
        }

        Optional<String> optional(String name) {
            return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
        }

        URI uri(String name) {
            return URI.create(text(name));
        }

        Duration days(String name) {
            return Duration.ofDays(Integer.parseInt(text(name)));
        }

        WhatsAppSettings whatsApp() {
            return new WhatsAppSettings(
                    uri("WHATSAPP_API_URL"),
                    text("WHATSAPP_API_VERSION"),
                    text("WHATSAPP_PHONE_NUMBER_ID"),
                    text("WHATSAPP_MEDIA_HOST"));
        }

        Signs signs() {
            String word = text("SIGNS");
            return Arrays.stream(Signs.values())
                    .filter(signs -> signs.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("environment variable SIGNS is none, read or typing"));
        }

        MailSettings mail() {
            return new MailSettings(
                    optional("MAYOR_TOPIC"),
                    Duration.ofHours(Integer.parseInt(text("REMINDER_HOURS"))),
                    uri("PAGE_URL"));
        }

        Optional<Credentials> credentials() {
            boolean byAddress =
                    environment.getOrDefault("AWS_ACCESS_KEY_ID", "").isBlank()
                            && environment.containsKey("AWS_CONTAINER_CREDENTIALS_FULL_URI");
            return byAddress ? Optional.empty() : Optional.of(given());
        }

        private Credentials given() {
            return new Credentials(
                    text("AWS_ACCESS_KEY_ID"), text("AWS_SECRET_ACCESS_KEY"), optional("AWS_SESSION_TOKEN"));
        }

        AwsSettings aws() {
            var endpoints = new EnumMap<Service, URI>(Service.class);
            for (Service service : Service.values()) {
                String endpoint = environment.getOrDefault("AWS_ENDPOINT_URL_" + service, "");
                if (!endpoint.isBlank()) {
                    endpoints.put(service, URI.create(endpoint));
                }
            }
            Optional<Integer> attempts =
                    Optional.ofNullable(environment.get("AWS_MAX_ATTEMPTS")).map(Integer::valueOf);
            return new AwsSettings(text("AWS_REGION"), credentials(), endpoints, attempts);
        }
    }
}
