package org.sprechstunde.platform;

import java.util.HashMap;
import java.util.Map;

/** Everything that a function finds in its environment, as in a town that changed no default. */
public final class CompleteEnvironment {
    static final Map<String, String> REQUIRED = Map.ofEntries(
            Map.entry("TABLE", "town"),
            Map.entry("BUCKET", "town-media"),
            Map.entry("SECRET", "town-secret"),
            Map.entry("TOWN", "Heringen (Werra)"),
            Map.entry("TOWN_HALL_HOURS", "dienstags von 14 bis 16 Uhr"),
            Map.entry("TOWN_HALL_HOURS_ENGLISH", "Tuesdays from 2 to 4 pm"),
            Map.entry("CITIZEN_LANGUAGES", "de,en"),
            Map.entry("FEDERAL_STATE", "HE"),
            Map.entry("MAYOR_FORM", "office"),
            Map.entry("WHATSAPP_STORAGE", "default"),
            Map.entry("PRIVACY_NOTICE_URL", "https://town.example/datenschutz"),
            Map.entry("SIGNS", "typing"),
            Map.entry("REMINDER_HOURS", "3"),
            Map.entry("PAGE_URL", "https://page.example/"),
            Map.entry("RETENTION_IDLE_DAYS", "30"),
            Map.entry("RETENTION_MAX_DAYS", "90"),
            Map.entry("WHATSAPP_API_URL", "https://graph.facebook.com"),
            Map.entry("WHATSAPP_API_VERSION", "v26.0"),
            Map.entry("WHATSAPP_PHONE_NUMBER_ID", "1"),
            Map.entry("WHATSAPP_MEDIA_HOST", "lookaside.fbsbx.com"),
            Map.entry("OIDC_ISSUER", "https://login.example"),
            Map.entry("OIDC_CLIENT_ID", "page"),
            Map.entry("OIDC_SCOPE", "sprechstunde/mayor"),
            Map.entry("LOGIN_ORIGIN", "https://login.example"),
            Map.entry("AWS_REGION", "eu-central-1"),
            Map.entry("AWS_ACCESS_KEY_ID", "key"),
            Map.entry("AWS_SECRET_ACCESS_KEY", "secret"));

    private CompleteEnvironment() {}

    /** The settings of a town that has changed these variables. */
    public static Settings with(Map<String, String> changed) {
        Map<String, String> environment = new HashMap<>(REQUIRED);
        environment.putAll(changed);
        return Settings.of(environment);
    }
}
