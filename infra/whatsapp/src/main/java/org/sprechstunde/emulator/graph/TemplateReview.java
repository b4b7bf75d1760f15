package org.sprechstunde.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sprechstunde.emulator.web.JsonTrees;

/** The account's message templates, and what Meta's reviewers say of them. Stands finished at first. */
public final class TemplateReview {
    private static final String FINISHED = "/whatsapp-templates.json";
    private static final String APPROVED = "APPROVED";
    private static final String PENDING = "PENDING";

    private final Map<String, Reviewed> templates = new LinkedHashMap<>();
    private final Consumer<ObjectNode> news;
    private String verdict = APPROVED;
    private long nextId = 900_000_000_000_001L;

    /**
     * A template as it stands with Meta.
     *
     * @param looked whether somebody has seen it waiting
     */
    private record Reviewed(long id, ApprovedTemplate template, String category, String status, boolean looked) {
        Reviewed with(String other) {
            return new Reviewed(id, template, category, other, looked);
        }

        Reviewed in(String other) {
            return new Reviewed(id, template, other, status, looked);
        }

        Reviewed seen() {
            return new Reviewed(id, template, category, status, true);
        }

        private String key() {
            return key(template.name(), template.language());
        }

        static String key(String name, String language) {
            return name + " " + language;
        }
    }

    /** @param news takes what is told of a decision: the value of a webhook's change */
    public TemplateReview(Consumer<ObjectNode> news) {
        this.news = news;
        read().forEach(template -> keep(new Reviewed(nextId++, template, "UTILITY", APPROVED, true)));
    }

    synchronized void startAnew() {
        templates.clear();
    }

    /** What the reviewers will say, in Meta's words, from now on. */
    public synchronized void verdict(String status) {
        verdict = status;
    }

    /** Meta changes its mind about a template, and says so. */
    public synchronized void decide(String name, String language, String status) {
        Reviewed decided = find(name, language).with(status);
        keep(decided);
        tell(decided);
    }

    /** Meta counts a template among another kind, which has another price. */
    public synchronized void recategorize(String name, String language, String category) {
        keep(find(name, language).in(category));
    }

    /** Nobody has ever submitted it. */
    public synchronized void forget(String name, String language) {
        templates.remove(Reviewed.key(name, language));
    }

    /** Only what is approved now can be sent. */
    synchronized Optional<ApprovedTemplate> approved(JsonNode content) {
        String key = Reviewed.key(
                content.path("name").asText(), content.at("/language/code").asText());
        return Optional.ofNullable(templates.get(key))
                .filter(one -> one.status().equals(APPROVED))
                .map(Reviewed::template);
    }

    /** Lists them all; whoever looks a second time finds what was waiting decided. */
    synchronized ObjectNode list() {
        ObjectNode body = JsonTrees.object();
        var data = body.putArray("data");
        List.copyOf(templates.values()).forEach(one -> {
            Reviewed now = one;
            if (one.status().equals(PENDING)) {
                now = one.looked() ? one.with(verdict) : one.seen();
                keep(now);
                if (one.looked()) {
                    tell(now);
                }
            }
            data.add(json(now));
        });
        return body;
    }

    /** Takes a template for review, or says why not. */
    synchronized Optional<GraphError> submit(JsonNode wanted) {
        ApprovedTemplate template = template(wanted);
        boolean complete = template.name().matches("[a-z0-9_]{1,512}")
                && template.language().matches("[a-z]{2}(_[A-Z]{2})?")
                && !template.body().isBlank()
                && List.of("UTILITY", "MARKETING")
                        .contains(wanted.path("category").asText())
                && examples(wanted) == template.gaps();
        if (!complete) {
            return Optional.of(
                    GraphError.parameter("a template has a name, a language, a category, a body and examples"));
        }
        Reviewed reviewed =
                new Reviewed(nextId++, template, wanted.path("category").asText(), PENDING, false);
        if (templates.putIfAbsent(reviewed.key(), reviewed) != null) {
            return Optional.of(GraphError.parameter("there is content in this language already"));
        }
        return Optional.empty();
    }

    private Reviewed find(String name, String language) {
        return Optional.ofNullable(templates.get(Reviewed.key(name, language))).orElseThrow();
    }

    private void keep(Reviewed reviewed) {
        templates.put(reviewed.key(), reviewed);
    }

    private void tell(Reviewed decided) {
        news.accept(JsonTrees.object()
                .put("event", decided.status())
                .put("message_template_id", decided.id())
                .put("message_template_name", decided.template().name())
                .put("message_template_language", decided.template().language())
                .put("reason", decided.status().equals("REJECTED") ? "INVALID_FORMAT" : "NONE"));
    }

    private static ObjectNode json(Reviewed one) {
        ObjectNode json = JsonTrees.object()
                .put("id", Long.toString(one.id()))
                .put("name", one.template().name())
                .put("language", one.template().language())
                .put("category", one.category())
                .put("status", one.status())
                .put("rejected_reason", one.status().equals("REJECTED") ? "INVALID_FORMAT" : "NONE");
        var components = json.putArray("components");
        components.addObject().put("type", "BODY").put("text", one.template().body());
        return json;
    }

    private static int examples(JsonNode wanted) {
        return component(wanted, "BODY").at("/example/body_text/0").size();
    }

    private static ApprovedTemplate template(JsonNode wanted) {
        List<String> buttons = new ArrayList<>();
        component(wanted, "BUTTONS")
                .path("buttons")
                .forEach(button -> buttons.add(button.path("text").asText()));
        return new ApprovedTemplate(
                wanted.path("name").asText(),
                wanted.path("language").asText(),
                component(wanted, "BODY").path("text").asText(),
                buttons);
    }

    private static JsonNode component(JsonNode wanted, String type) {
        for (JsonNode component : wanted.path("components")) {
            if (component.path("type").asText().equals(type)) {
                return component;
            }
        }
        return JsonTrees.object();
    }

    private static List<ApprovedTemplate> read() {
        try (InputStream in = TemplateReview.class.getResourceAsStream(FINISHED)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks the templates");
            }
            List<ApprovedTemplate> all = new ArrayList<>();
            for (JsonNode one : JsonTrees.read(in.readAllBytes()).orElseThrow()) {
                List<String> buttons = new ArrayList<>();
                one.path("buttons").forEach(button -> buttons.add(button.asText()));
                all.add(new ApprovedTemplate(
                        one.path("name").asText(),
                        one.path("language").asText(),
                        one.path("body").asText(),
                        buttons));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("the jar cannot be read", e);
        }
    }
}
