package org.sprechstunde.platform;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How the town speaks to citizens by itself.
 *
 * @param languages codes, the one for everybody first
 * @param englishHours the mayor's hours in the town hall, for those who read English
 * @param switchedOff words of texts that are not sent
 * @param storage how long WhatsApp keeps messages, as the texts call it: {@code none}, {@code germany} or {@code default}
 */
public record TextSettings(
        String languages, String englishHours, Opening opening, String switchedOff, Mayor mayor, String storage) {

    /**
     * When somebody is in the town hall.
     *
     * @param officeHours of a week; empty for always
     * @param federalState whose public holidays are kept, such as {@code HE}
     * @param closedDays the town's own, such as {@code 24.12., 31.12.2026}
     */
    public record Opening(String officeHours, String federalState, String closedDays) {}

    /**
     * Who reads, as citizens are told.
     *
     * @param form {@code woman}, {@code man} or {@code office}
     * @param name empty where the office is enough
     */
    public record Mayor(String form, String name) {}

    static TextSettings of(UnaryOperator<String> required, Map<String, String> environment) {
        return new TextSettings(
                required.apply("CITIZEN_LANGUAGES"),
                required.apply("TOWN_HALL_HOURS_ENGLISH"),
                new Opening(
                        environment.getOrDefault("OFFICE_HOURS", ""),
                        required.apply("FEDERAL_STATE"),
                        environment.getOrDefault("CLOSED_DAYS", "")),
                environment.getOrDefault("SWITCHED_OFF_TEXTS", ""),
                new Mayor(required.apply("MAYOR_FORM"), environment.getOrDefault("MAYOR_NAME", "")),
                required.apply("WHATSAPP_STORAGE"));
    }
}
