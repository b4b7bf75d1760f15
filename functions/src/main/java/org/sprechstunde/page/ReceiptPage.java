package org.sprechstunde.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sprechstunde.platform.ApiResponse;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.platform.TextFile;
import org.sprechstunde.store.ErasureCodes;
import org.sprechstunde.store.ErasureLookup.Answer;

/** The public page on which a citizen asks whether all was erased: a form and an answer, without any script. */
final class ReceiptPage {
    /** On the mayor's page, which nobody has to log in for to read it. */
    private static final String STATEMENT = "/#barrierefreiheit";

    private static final String PAGE = read("/receipt/page.html");
    private static final String STYLE = read("/receipt/page.css");
    private static final Map<String, String> HEADERS = Map.of(
            "content-type", "text/html; charset=utf-8",
            "content-security-policy",
                    "default-src 'none'; img-src 'self'; style-src 'sha256-" + sha256(STYLE) + "'; form-action 'self'; "
                            + "base-uri 'none'; frame-ancestors 'none'",
            "cross-origin-opener-policy", "same-origin",
            "cross-origin-resource-policy", "same-origin",
            "x-frame-options", "DENY");

    private final Settings settings;
    private final Clock clock;

    ReceiptPage(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Nothing was asked yet. */
    ApiResponse asking(String language) {
        return page(language, "", "");
    }

    /** What was typed cannot be a code. */
    ApiResponse malformed(String language) {
        return told(language, "malformed", Map.of());
    }

    ApiResponse answering(String language, Answer answer) {
        return switch (answer) {
            case Answer.Erased(String line) -> erased(language, Json.read(line.getBytes(StandardCharsets.UTF_8)));
            case Answer.Erasing(Instant since) ->
                told(
                        language,
                        clock.instant().isAfter(since.plus(ErasureCodes.OVERDUE)) ? "overdue" : "erasing",
                        Map.of("time", hour(language, since)));
            case Answer.Unknown() -> told(language, "unknown", Map.of());
            case Answer.NotNow() -> told(language, "not-now", Map.of());
        };
    }

    private ApiResponse erased(String language, JsonNode line) {
        TextFile texts = texts(language);
        Map<String, String> times = new HashMap<>();
        for (String name : List.of("unreadable", "erased", "checked")) {
            times.put(name, hour(language, Instant.parse(line.path(name).asText())));
        }
        return page(
                language,
                texts.get("erased"),
                String.join(
                        "\n",
                        texts.get("erased." + line.path("cause").asText()),
                        texts.get("erased.times", times),
                        texts.get("whatsapp." + line.path("whatsapp").asText()),
                        texts.get(
                                "erased.line", Map.of("line", line.path("line").asText()))));
    }

    private ApiResponse told(String language, String state, Map<String, String> values) {
        TextFile texts = texts(language);
        return page(language, texts.get(state), texts.get(state + ".text", values));
    }

    private ApiResponse page(String language, String state, String answer) {
        String html = filled(language, state, answer);
        return new ApiResponse(200, HEADERS, html.getBytes(StandardCharsets.UTF_8), false);
    }

    private String filled(String language, String state, String answer) {
        TextFile texts = texts(language);
        String other = language.equals("de") ? "en" : "de";
        String page = PAGE.replace("{style}", STYLE)
                .replace("{answer}", state.isEmpty() ? "" : section(state, answer))
                .replace("{state}", state.isEmpty() ? "" : escaped(state) + " · ")
                .replace("{language}", language)
                .replace("{other.language}", other)
                .replace("{other}", texts(other).get("language"))
                .replace("{links}", links(texts));
        for (String key : List.of("title", "languages", "intro", "label", "hint", "button", "limits")) {
            page = page.replace("{" + key + "}", escaped(texts.get(key)));
        }
        return page.replace("{town}", escaped(settings.town()));
    }

    /** What every page of a town leads to. */
    private String links(TextFile texts) {
        StringBuilder links = new StringBuilder();
        link(links, settings.privacyNotice().toString(), texts.get("privacy"));
        link(links, STATEMENT, texts.get("accessibility"));
        settings.pageLinks().imprint().ifPresent(address -> link(links, address, texts.get("imprint")));
        settings.pageLinks().feedback().ifPresent(address -> link(links, address, texts.get("feedback")));
        return links.toString();
    }

    private static void link(StringBuilder links, String address, String words) {
        links.append("<a href=\"")
                .append(escaped(address))
                .append("\">")
                .append(escaped(words))
                .append("</a>\n");
    }

    private static String section(String state, String answer) {
        StringBuilder section = new StringBuilder("<section role=\"status\"><h2>" + escaped(state) + "</h2>");
        answer.lines()
                .forEach(line -> section.append("<p>").append(escaped(line)).append("</p>"));
        return section.append("</section>").toString();
    }

    private static String hour(String language, Instant hour) {
        TextFile texts = texts(language);
        ZonedDateTime from = hour.atZone(Settings.ZONE);
        String day = DateTimeFormatter.ofPattern(texts.get("day"), Locale.of(language))
                .format(from);
        return texts.get(
                "hour",
                Map.of(
                        "day", day,
                        "from", Integer.toString(from.getHour()),
                        "to", Integer.toString(from.getHour() + 1)));
    }

    private static TextFile texts(String language) {
        return TextFile.load("receipt." + language);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String read(String resource) {
        try (InputStream in = ReceiptPage.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the page is missing: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
