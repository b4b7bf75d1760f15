package org.sprechstunde.acceptance.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.platform.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The log of erasures is whole, whatever died while it was written: each erasure has one line, and each line follows on one. */
final class ErasureLogChecks {
    private static final Pattern CODE = Pattern.compile("\\b[B-Z]{4}-[B-Z]{4}\\b");
    private static final Pseudonyms TOWN = new Pseudonyms("pepper".getBytes(UTF_8));
    private static final Pseudonyms HASHES =
            new Pseudonyms(TOWN.keyFor("erasure codes").bytes());

    private final SimulatedWorld world;
    private final History history;
    private final List<Map<String, AttributeValue>> items;
    private final List<Map<String, AttributeValue>> lines;
    private final List<JsonNode> erasures = new ArrayList<>();

    ErasureLogChecks(SimulatedWorld world, History history, List<Map<String, AttributeValue>> items) {
        this.world = world;
        this.history = history;
        this.items = items;
        this.lines = items.stream()
                .filter(item -> SimulatedWorld.text(item, "sk").startsWith("LINE#"))
                .sorted(Comparator.comparing(item -> SimulatedWorld.text(item, "sk")))
                .toList();
    }

    void check(Set<String> open) {
        isOneChain();
        hasALineForEachErasure(open);
        codes().forEach(this::isKeptAndHidden);
    }

    private void isOneChain() {
        String before = "0".repeat(64);
        for (int number = 1; number <= lines.size(); number++) {
            Map<String, AttributeValue> item = lines.get(number - 1);
            String text = SimulatedWorld.text(item, "text");
            JsonNode line = Json.read(text.getBytes(UTF_8));
            require(line.path("line").asInt() == number, "a line of the log is missing");
            require(line.path("before").asText().equals(before), "a line of the log follows on another");
            if (line.has("sealed")) {
                byte[] signature = Base64.getDecoder().decode(SimulatedWorld.text(item, "signature"));
                require(SimulatedKms.hasSigned(text.getBytes(UTF_8), signature), "a day of the log is not signed");
            } else {
                erasures.add(line);
            }
            before = sha256(text);
        }
        require(
                erasures.stream()
                                .map(line -> line.path("code").asText())
                                .distinct()
                                .count()
                        == erasures.size(),
                "an erasure has two lines");
    }

    /**
     * Each enquiry that a mark names and that is not open. What was taken back before it came has a mark that names none, and
     * what DynamoDB's TTL has taken, nobody has erased.
     */
    private void hasALineForEachErasure(Set<String> open) {
        Set<String> stood = history.letters.values().stream()
                .filter(letter -> !history.revoked.contains(letter.text()))
                .map(letter -> "SEEN#" + TOWN.message(letter.token()))
                .collect(Collectors.toSet());
        Set<String> sure = named(item -> stood.contains(SimulatedWorld.text(item, "pk")), open);
        Set<String> most = named(_ -> true, open);
        require(erasures.size() <= most.size(), "the log has an erasure that nobody knows of");
        require(history.timeToLive || erasures.size() >= sure.size(), "an erasure has no line in the log");
    }

    private Set<String> named(Predicate<Map<String, AttributeValue>> marks, Set<String> open) {
        return items.stream()
                .filter(item -> SimulatedWorld.text(item, "pk").startsWith("SEEN#") && item.containsKey("message"))
                .filter(marks)
                .map(item -> SimulatedWorld.text(item, "enquiry"))
                .filter(enquiry -> !open.contains(enquiry))
                .collect(Collectors.toSet());
    }

    /** As citizens were told them. */
    private Set<String> codes() {
        return world.graph().sent().stream()
                .flatMap(sent -> CODE.matcher(sent.text()).results().map(MatchResult::group))
                .collect(Collectors.toSet());
    }

    private void isKeptAndHidden(String spelled) {
        String code = spelled.replace("-", "");
        String hash = HASHES.erasureCode(code);
        require(
                items.stream().anyMatch(item -> SimulatedWorld.text(item, "pk").equals("ERASURE#" + hash)),
                "somebody was told a code that nobody knows");
        long its = erasures.stream()
                .filter(line -> line.path("code").asText().equals(hash))
                .count();
        require(its == 1 || history.timeToLive, "what was promised by a code has no line in the log");
        require(items.stream().noneMatch(item -> item.toString().contains(code)), "a code is kept as it was told");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void require(boolean held, String otherwise) {
        if (!held) {
            history.broken.add(otherwise);
        }
    }
}
