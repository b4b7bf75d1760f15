package org.sprechstunde.connect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls every route as those call it who will: a version that does not work is seen within a minute. Nothing is changed
 * by it, and nothing that a citizen wrote is read.
 */
record RoutesStep(Console console, Visitor visitor) {
    /** The mayor's. */
    private static final List<String> ROUTES = List.of(
            "PUT /api/me",
            "GET /api/numbers",
            "GET /api/canned-replies",
            "PUT /api/canned-replies",
            "GET /api/enquiries",
            "GET /api/enquiries/{id}",
            "POST /api/enquiries/{id}/replies",
            "POST /api/enquiries/{id}/attachments",
            "POST /api/enquiries/{id}/signs",
            "PUT /api/enquiries/{id}/postponement",
            "PUT /api/enquiries/{id}/assignment",
            "PUT /api/enquiries/{id}/note",
            "PUT /api/enquiries/{id}/messages/{message}/reaction",
            "POST /api/enquiries/{id}/resolve");

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
        receipts(deployedStack);
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

    /** There only where erasures are logged. What is posted holds no code, so that nobody's guesses grow fewer. */
    private void receipts(DeployedStack deployedStack) {
        String address = deployedStack.page() + "quittung";
        int status = deployedStack.answer("ErasureLog").equals("yes") ? 200 : 404;
        expect("GET /quittung", visitor.get(address, Map.of()), status);
        expect("POST /quittung", visitor.post(address, Map.of()), status);
    }

    /** Without a token, and with one that nobody has issued. */
    private void api(String page) {
        for (Map<String, String> token : List.of(NO_TOKEN, FALSE_TOKEN)) {
            ROUTES.forEach(route -> expect(route, seen(page, route, token), 401));
        }
    }

    private Visitor.Seen seen(String page, String route, Map<String, String> token) {
        String url = page + route.substring(route.indexOf('/') + 1).replaceAll("\\{[a-z]+}", NOBODY);
        return switch (route.substring(0, route.indexOf(' '))) {
            case "GET" -> visitor.get(url, token);
            case "PUT" -> visitor.put(url, token);
            default -> visitor.post(url, token);
        };
    }

    private void expect(String route, Visitor.Seen seen, int status) {
        if (seen.status() != status) {
            console.open("routes.wrong", route, seen.status() == 0 ? "–" : seen.status(), status);
        }
    }
}
