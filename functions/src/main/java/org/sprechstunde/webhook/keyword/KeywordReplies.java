package org.sprechstunde.webhook.keyword;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sprechstunde.autoreply.text.LocalizedTexts;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.enquiry.Keyword;
import org.sprechstunde.enquiry.MediaFile;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Message.Direction;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.whatsapp.EraseButton;
import org.sprechstunde.whatsapp.ReplyButton;

/** The town's answers to a citizen's own words: exactly what is stored at this moment, in the citizen's language. */
final class KeywordReplies {
    /** What the town answers to a citizen's own word. */
    record Reply(String text, Optional<ReplyButton> button) {
        Reply(String text) {
            this(text, Optional.empty());
        }
    }

    private static final String FRANKFURT = "eu-central-1";

    private final LocalizedTexts localizedTexts;
    private final String region;

    /** The answers in the words of {@code localizedTexts}. */
    KeywordReplies(LocalizedTexts localizedTexts, Settings settings) {
        this.localizedTexts = localizedTexts;
        this.region = settings.aws().region();
    }

    /**
     * The answer to {@code word} for a citizen whose enquiries are {@code standing}, newest first; messages are read only
     * if it tells of them.
     */
    Reply of(Keyword word, List<Enquiry> standing, Supplier<List<Message>> messages) {
        return switch (word) {
            case HELP -> text("help");
            case INFORMATION -> information(standing, messages.get());
            case ERASE ->
                new Reply(
                        localizedTexts.get("erase"),
                        Optional.of(new ReplyButton(
                                new EraseButton(standing.getFirst().id()).toString(),
                                localizedTexts.get("erase.button"))));
        };
    }

    /** The answer to {@code word} for somebody of whom nothing is stored. */
    Reply withoutEnquiry(Keyword word) {
        return switch (word) {
            case HELP -> text("help");
            case INFORMATION, ERASE -> nothing();
        };
    }

    Reply nothing() {
        return text("nothing");
    }

    /** The answer to a button whose enquiry is gone, while another is open. */
    Reply anotherIsOpen() {
        return text("another");
    }

    /** The answer to a button whose enquiry is open, but not under this identity. */
    Reply openElsewhere() {
        return text("elsewhere");
    }

    private Reply information(List<Enquiry> standing, List<Message> messages) {
        Enquiry enquiry = standing.getFirst();
        Map<String, String> values = new HashMap<>();
        values.put("identity", identity(enquiry));
        values.put("messages", count("messages", of(Direction.IN, messages)));
        values.put("answers", count("answers", of(Direction.OUT, messages)));
        values.put("files", count("files", files(messages)));
        values.put("since", localizedTexts.time(standing.getLast().opened()));
        values.put("until", localizedTexts.time(enquiry.expires()));
        values.put("latest", localizedTexts.time(enquiry.latest()));
        values.put("place", place());
        return new Reply(localizedTexts.get("information", values));
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
                .filter(file -> file.state() != MediaFile.State.LOST)
                .count();
    }

    private String count(String what, long count) {
        String number = count == 0 ? "none" : count == 1 ? "one" : "many";
        return localizedTexts.get(what + "." + number, Map.of("count", Long.toString(count)));
    }

    private String identity(Enquiry enquiry) {
        Identity citizen = enquiry.identity();
        List<String> parts = new ArrayList<>();
        citizen.name().ifPresent(_ -> parts.add(localizedTexts.get("identity.name")));
        citizen.phone().ifPresent(_ -> parts.add(localizedTexts.get("identity.phone")));
        citizen.bsuid().or(citizen::parent).ifPresent(_ -> parts.add(localizedTexts.get("identity.bsuid")));
        citizen.username().ifPresent(_ -> parts.add(localizedTexts.get("identity.username")));
        citizen.language().ifPresent(_ -> parts.add(localizedTexts.get("identity.language")));
        if (enquiry.urgent()) {
            parts.add(localizedTexts.get("identity.urgent"));
        }
        return String.join(localizedTexts.get("identity.comma"), parts);
    }

    private String place() {
        return region.equals(FRANKFURT)
                ? localizedTexts.get("place.frankfurt")
                : localizedTexts.get("place.region", Map.of("region", region));
    }

    private Reply text(String key) {
        return new Reply(localizedTexts.get(key));
    }
}
