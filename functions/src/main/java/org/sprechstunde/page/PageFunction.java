package org.sprechstunde.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.sprechstunde.platform.ApiRequest;
import org.sprechstunde.platform.ApiResponse;
import org.sprechstunde.platform.HttpFunction;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.Rehearsal;
import org.sprechstunde.platform.Services;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.whatsapp.MessageTemplate;
import org.sprechstunde.whatsapp.MessageTemplates;

/** The page, its files and its configuration: no data, so no login. And {@code /quittung}, which is for everybody. */
public final class PageFunction extends HttpFunction {
    private static final Pattern ASSET = Pattern.compile("/assets/[A-Za-z0-9._-]+");

    private final Settings settings;
    private final PageHeaders headers;
    private final MessageTemplates templates;
    private final Optional<Receipts> receipts;

    public PageFunction() {
        this(Platform.lambda());
        rehearse();
    }

    public PageFunction(Platform platform) {
        super(platform);
        this.settings = platform.settings();
        this.headers = new PageHeaders(settings);
        this.templates = MessageTemplates.of(settings);
        this.receipts = Receipts.of(new Services(platform));
    }

    @Override
    protected Rehearsal rehearsal() {
        return new Rehearsal("GET", "/", ApiRequest.PUBLIC_STAGE, "accept-encoding", "gzip", "");
    }

    @Override
    protected ApiResponse answer(ApiRequest request) {
        return switch (request.path()) {
            case "/" -> file("/index.html", request);
            case "/config.json" -> ApiResponse.json(200, config());
            case "/quittung" -> receipts.map(those -> those.answer(request)).orElseGet(PageFunction::missing);
            default -> ASSET.matcher(request.path()).matches() ? file(request.path(), request) : missing();
        };
    }

    private ObjectNode config() {
        ObjectNode config = Json.object()
                .put("issuer", settings.login().issuer())
                .put("client_id", settings.login().clientId())
                .put("scope", settings.login().scope())
                .put("town", settings.town())
                .put("hours", settings.townHallHours())
                .put("state", settings.texts().opening().federalState())
                .put("privacy_notice", settings.privacyNotice().toString())
                .put("signs", settings.signs().name().toLowerCase(Locale.ROOT))
                .put("whatsapp_storage", settings.texts().storage());
        settings.pageLinks().imprint().ifPresent(address -> config.put("imprint", address));
        settings.pageLinks().feedback().ifPresent(address -> config.put("feedback", address));
        config.set("templates", templates());
        config.set("cannedReplies", CannedReplies.all());
        return config;
    }

    /** Each in the words that the citizen will read. */
    private ArrayNode templates() {
        ArrayNode array = Json.array();
        for (MessageTemplate template : templates.all()) {
            array.addObject()
                    .put("name", template.name())
                    .put("language", template.language())
                    .put("title", template.title())
                    .put("text", template.preview());
        }
        return array;
    }

    /** Packed, because the first visit on a phone loads it over the air. */
    private ApiResponse file(String path, ApiRequest request) {
        boolean packed = request.header("accept-encoding").orElse("").contains("gzip");
        return read("/page" + path)
                .map(bytes -> new ApiResponse(200, headers.of(path, packed), packed ? gzip(bytes) : bytes, true))
                .orElseGet(PageFunction::missing);
    }

    private static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static Optional<byte[]> read(String resource) {
        try (InputStream in = PageFunction.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiResponse missing() {
        return ApiResponse.problem(Problem.NOT_FOUND);
    }
}
