package org.sprechstunde.acceptance.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sprechstunde.platform.Json;

/** The Firefox of this computer, without a window, with a profile that stays on disk; its own WebDriver BiDi drives it. */
public final class Firefox implements DrivenBrowser {
    private static final Pattern LISTENING = Pattern.compile("WebDriver BiDi listening on (ws://\\S+)");

    /** What keeps it from calling home. */
    private static final List<String> QUIET = List.of(
            "\"app.normandy.enabled\", false",
            "\"app.update.enabled\", false",
            "\"browser.aboutwelcome.enabled\", false",
            "\"browser.safebrowsing.malware.enabled\", false",
            "\"browser.safebrowsing.phishing.enabled\", false",
            "\"browser.shell.checkDefaultBrowser\", false",
            "\"datareporting.policy.dataSubmissionEnabled\", false",
            "\"intl.accept_languages\", \"de\"",
            "\"network.captive-portal-service.enabled\", false",
            "\"network.connectivity-service.enabled\", false",
            "\"services.settings.server\", \"data:,#remote-settings-dummy/v1\"",
            "\"toolkit.telemetry.server\", \"data:,\"");

    private final Process process;
    private final BiDiConnection connection;
    private final String window;

    private Firefox(Process process, BiDiConnection connection) {
        this.process = process;
        this.connection = connection;
        connection.command("session.new", Json.object().set("capabilities", Json.object()));
        this.window = connection
                .command("browsingContext.getTree", Json.object())
                .at("/contexts/0/context")
                .asText();
    }

    /** Where Firefox is, if it is installed. */
    public static Optional<Path> path() {
        return Stream.of("/usr/bin/firefox-esr", "/usr/bin/firefox")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Said where a test cannot run, so that nobody takes silence for success. */
    public static boolean isMissing() {
        boolean missing = path().isEmpty();
        if (missing) {
            System.err.printf("%n*** There is no Firefox: its tests are SKIPPED. .ci/run brings it. ***%n%n");
        }
        return missing;
    }

    public static Firefox start(Path profile) throws IOException {
        Files.createDirectories(profile);
        Files.write(
                profile.resolve("user.js"),
                QUIET.stream().map(each -> "user_pref(" + each + ");").toList());
        var builder = new ProcessBuilder(
                path().orElseThrow().toString(),
                "--headless",
                "--no-remote",
                "--profile",
                profile.toString(),
                "--remote-debugging-port",
                "0",
                "about:blank");
        builder.environment().put("MOZ_CRASHREPORTER_DISABLE", "1");
        Process process = builder.redirectErrorStream(true).start();
        try {
            return new Firefox(process, BiDiConnection.to(URI.create(address(process) + "/session")));
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static String address(Process process) throws IOException {
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                // Whoever reads no further holds it up once the pipe is full.
                Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
                return listening.group(1);
            }
        }
        throw new IOException("Firefox has ended without listening");
    }

    @Override
    public void open(URI address) {
        ObjectNode where = Json.object()
                .put("context", window)
                .put("url", address.toString())
                .put("wait", "complete");
        connection.command("browsingContext.navigate", where);
    }

    @Override
    public JsonNode evaluate(String expression) {
        ObjectNode script = Json.object().put("expression", expression).put("awaitPromise", true);
        script.putObject("target").put("context", window);
        JsonNode answer = connection.command("script.evaluate", script);
        if (!answer.path("type").asText().equals("success")) {
            throw new IllegalStateException(
                    answer.path("exceptionDetails").path("text").asText());
        }
        return answer.at("/result/value");
    }

    @Override
    public void press(String selector) {
        ObjectNode pointer = Json.object().put("type", "pointer").put("id", "mouse");
        var actions = pointer.putArray("actions");
        ObjectNode move =
                actions.addObject().put("type", "pointerMove").put("x", 0).put("y", 0);
        move.putObject("origin").put("type", "element").putObject("element").put("sharedId", element(selector));
        actions.addObject().put("type", "pointerDown").put("button", 0);
        actions.addObject().put("type", "pointerUp").put("button", 0);
        perform(pointer);
    }

    @Override
    public void type(String text) {
        perform(DrivenBrowser.keyboard(text));
    }

    private void perform(ObjectNode source) {
        ObjectNode input = Json.object().put("context", window);
        input.putArray("actions").add(source);
        connection.command("input.performActions", input);
    }

    private String element(String selector) {
        ObjectNode wanted = Json.object().put("context", window);
        wanted.putObject("locator").put("type", "css").put("value", selector);
        return connection
                .command("browsingContext.locateNodes", wanted)
                .at("/nodes/0/sharedId")
                .asText();
    }

    @Override
    public void close() {
        try {
            connection.command("browser.close", Json.object());
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connection.close();
            process.destroy();
        }
    }
}
