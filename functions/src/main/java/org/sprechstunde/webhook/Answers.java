package org.sprechstunde.webhook;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sprechstunde.enquiry.Direction;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.enquiry.MediaState;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Retention;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.platform.Texts;
import org.sprechstunde.whatsapp.Button;
import org.sprechstunde.whatsapp.EraseButton;
import org.sprechstunde.whatsapp.Word;

/** The town's answers to a citizen's own words: exactly what is stored at this moment, in good German. */
final class Answers {
    private static final ZoneId TOWN = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.uuuu, HH:mm", Locale.ROOT);
    private static final String FRANKFURT = "eu-central-1";

    private final Texts texts = Texts.load("citizen");
    private final Map<String, String> town;
    private final Retention retention;
    private final String place;

    Answers(Settings settings) {
        this.town = Map.of(
                "town", settings.town(),
                "hours", settings.townHallHours(),
                "notice", settings.privacyNotice().toString());
        this.retention = Retention.of(settings);
        String region = settings.aws().region();
        this.place = region.equals(FRANKFURT)
                ? texts.get("place.frankfurt")
                : texts.get("place.region", Map.of("region", region));
    }

    /** The answer to {@code word} for a citizen whose {@code enquiry} is open; messages are read only if it tells of them. */
    Answer of(Word word, Enquiry enquiry, Supplier<List<Message>> messages) {
        return switch (word) {
            case HELP -> text("help");
            case INFORMATION -> information(enquiry, messages.get());
            case ERASE ->
                new Answer(
                        texts.get("erase", town),
                        Optional.of(new Button(new EraseButton(enquiry.id()).toString(), texts.get("erase.button"))));
        };
    }

    /** The answer to {@code word} for somebody of whom nothing is stored. */
    Answer withoutEnquiry(Word word) {
        return switch (word) {
            case HELP -> text("help");
            case INFORMATION, ERASE -> nothing();
        };
    }

    Answer nothing() {
        return text("nothing");
    }

    /** The answer to a button whose enquiry is gone, while another is open. */
    Answer anotherIsOpen() {
        return text("another");
    }

    private Answer information(Enquiry enquiry, List<Message> messages) {
        Map<String, String> values = new HashMap<>(town);
        values.put("identity", identity(enquiry.identity()));
        values.put("messages", count("messages", of(Direction.IN, messages)));
        values.put("answers", count("answers", of(Direction.OUT, messages)));
        values.put("files", count("files", files(messages)));
        values.put("since", time(enquiry.opened()));
        values.put("until", time(enquiry.expires()));
        values.put("latest", time(retention.latest(enquiry.opened())));
        values.put("place", place);
        return new Answer(texts.get("information", values));
    }

    private static long of(Direction direction, List<Message> messages) {
        return messages.stream()
                .filter(message -> message.direction() == direction)
                .count();
    }

    /** A file that is still on its way to the bucket counts: it will be there before this is read. */
    private static long files(List<Message> messages) {
        return messages.stream()
                .flatMap(message -> message.file().stream())
                .filter(file -> file.state() != MediaState.LOST)
                .count();
    }

    private String count(String what, long count) {
        String number = count == 0 ? "none" : count == 1 ? "one" : "many";
        return texts.get(what + "." + number, Map.of("count", Long.toString(count)));
    }

    private String identity(Identity citizen) {
        List<String> parts = new ArrayList<>();
        citizen.name().ifPresent(_ -> parts.add(texts.get("identity.name")));
        citizen.phone().ifPresent(_ -> parts.add(texts.get("identity.phone")));
        citizen.bsuid().ifPresent(_ -> parts.add(texts.get("identity.bsuid")));
        citizen.username().ifPresent(_ -> parts.add(texts.get("identity.username")));
        return String.join(", ", parts);
    }

    private static String time(Instant time) {
        return TIME.format(time.atZone(TOWN));
    }

    private Answer text(String key) {
        return new Answer(texts.get(key, town));
    }
}
