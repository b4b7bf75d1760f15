package org.sprechstunde.connect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls every route as those call it who will: a version that does not work is seen within a minute. Nothing is changed
 * by it, and nothing that a citizen wrote is read.
 */
record RoutesStep(Console console, Visitor visitor) {
    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"/?(assets/[A-Za-z0-9._-]+)\"");
    private static final String NOBODY = "0".repeat(22);
    private static final Map<String, String> FORGED = Map.of("X-Hub-Signature-256", "sha256=" + "0".repeat(64));
    private static final Map<String, String> NO_TOKEN = Map.of();
    private static final Map<String, String> FALSE_TOKEN = Map.of("Authorization", "Bearer e30.e30.e30");

    void take(DeployedStack deployedStack, SharedSecrets sharedSecrets) {
        console.step("routes");
        int before = console.open();
        page(deployedStack.page());
        webhook(deployedStack.api(), sharedSecrets);
        api(deployedStack.page());
        if (console.open() == before) {
            console.good("routes.good");
        }
    }

    private void page(String page) {
        Visitor.Seen start = visitor.get(page, Map.of());
        expect("GET /", start, 200);
        if (start.status() == 200 && !start.guarded()) {
            console.open("routes.unguarded");
        }
        Matcher assets = ASSET.matcher(start.body());
        boolean some = false;
        while (assets.find()) {
            some = true;
            expect("GET /assets", visitor.get(page + assets.group(1), Map.of()), 200);
        }
        if (start.status() == 200 && !some) {
            console.open("routes.empty");
        }
        Visitor.Seen configuration = visitor.get(page + "config.json", Map.of());
        expect("GET /config.json", configuration, 200);
        if (configuration.status() == 200 && !configuration.body().contains("\"issuer\"")) {
            console.open("routes.empty");
        }
    }

    private void webhook(String api, SharedSecrets sharedSecrets) {
        Optional<String> secret = Optional.of(sharedSecrets.webhookStage()).filter(stage -> !stage.isEmpty());
        String handshake = "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong";
        secret.map(stage -> new WebhookAddress(api, stage).url()).ifPresent(url -> {
            expect("POST /…/webhook", visitor.post(url, Map.of()), 401);
            expect("POST /…/webhook", visitor.post(url, FORGED), 401);
            expect("GET /…/webhook", visitor.get(url + handshake, Map.of()), 403);
            expect("POST /webhook", visitor.post(api + "/webhook", Map.of()), 404);
        });
        if (secret.isEmpty()) {
            expect("POST /webhook", visitor.post(api + "/webhook", Map.of()), 401);
        }
    }

    /** Without a token, and with one that nobody has issued. */
    private void api(String page) {
        for (Map<String, String> token : List.of(NO_TOKEN, FALSE_TOKEN)) {
            Map<String, Supplier<Visitor.Seen>> calls = Map.of(
                    "GET /api/canned-replies",
                    () -> visitor.get(page + "api/canned-replies", token),
                    "PUT /api/canned-replies",
                    () -> visitor.put(page + "api/canned-replies", token),
                    "GET /api/enquiries",
                    () -> visitor.get(page + "api/enquiries", token),
                    "GET /api/enquiries/{id}",
                    () -> visitor.get(page + one(""), token),
                    "POST /api/enquiries/{id}/replies",
                    () -> visitor.post(page + one("/replies"), token),
                    "POST /api/enquiries/{id}/attachments",
                    () -> visitor.post(page + one("/attachments"), token),
                    "POST /api/enquiries/{id}/signs",
                    () -> visitor.post(page + one("/signs"), token),
                    "PUT /api/enquiries/{id}/postponement",
                    () -> visitor.put(page + one("/postponement"), token),
                    "PUT /api/enquiries/{id}/messages/{message}/reaction",
                    () -> visitor.put(page + one("/messages/" + NOBODY + "/reaction"), token),
                    "POST /api/enquiries/{id}/resolve",
                    () -> visitor.post(page + one("/resolve"), token));
            calls.forEach((route, call) -> expect(route, call.get(), 401));
        }
    }

    private static String one(String rest) {
        return "api/enquiries/" + NOBODY + rest;
    }

    private void expect(String route, Visitor.Seen seen, int status) {
        if (seen.status() != status) {
            console.open("routes.wrong", route, seen.status() == 0 ? "–" : seen.status(), status);
        }
    }
}
