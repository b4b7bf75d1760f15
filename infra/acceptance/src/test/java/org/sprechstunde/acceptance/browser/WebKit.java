package org.sprechstunde.acceptance.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.sprechstunde.platform.Json;
import org.sprechstunde.repository.Repository;

/** The engine of Safari, as Debian has it, on a screen that nobody sees; its own WebDriver (W3C) drives it. */
public final class WebKit implements DrivenBrowser {
    /** Debian's own, for which Debian makes the binding of WebKit. */
    private static final String PYTHON = "/usr/bin/python3";

    private static final String DRIVER = "/usr/bin/WebKitWebDriver";
    private static final String SCREEN = "/usr/bin/Xvfb";
    private static final String WINDOW = "infra/acceptance/src/test/resources/browser/webkit.py";

    /** What WebDriver calls an element in JSON. */
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

    /** Seconds. Its cache is written down a second after what it is written for. */
    private static final int WRITES_AFTER = 3;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process screen;
    private final Process driver;
    private final String session;

    private WebKit(Process screen, Process driver, String address, Path profile) {
        this.screen = screen;
        this.driver = driver;
        Awaitility.await("WebKit's driver")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> call("GET", address + "/status", Json.object())
                        .path("ready")
                        .asBoolean());
        ObjectNode wanted = Json.object();
        ObjectNode window =
                wanted.putObject("capabilities").putObject("alwaysMatch").putObject("webkitgtk:browserOptions");
        window.put("binary", PYTHON)
                .putArray("args")
                .add(Repository.file(WINDOW).toString())
                .add(profile.toString());
        this.session = address + "/session/"
                + call("POST", address + "/session", wanted).path("sessionId").asText();
    }

    /** Said where a test cannot run, so that nobody takes silence for success. */
    public static boolean isMissing() {
        boolean missing = !Stream.of(PYTHON, DRIVER, SCREEN).map(Path::of).allMatch(Files::isExecutable) || !isBound();
        if (missing) {
            System.err.printf("%n*** There is no WebKit: its tests are SKIPPED. .ci/run brings it. ***%n%n");
        }
        return missing;
    }

    private static boolean isBound() {
        String tries = "import gi; gi.require_version('Gtk', '3.0'); gi.require_version('WebKit2', '4.1')";
        try {
            return new ProcessBuilder(PYTHON, "-c", tries)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static WebKit start(Path profile) throws IOException {
        Files.createDirectories(profile);
        Process screen = new ProcessBuilder(SCREEN, "-displayfd", "1", "-screen", "0", "1280x900x24")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = screen.inputReader();
        String display = said.readLine();
        int port = freePort();
        var builder = new ProcessBuilder(DRIVER, "--port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .putAll(Map.of(
                        "DISPLAY",
                        ":" + display,
                        "HOME",
                        profile.toString(),
                        "XDG_CACHE_HOME",
                        profile.resolve("cache").toString(),
                        "XDG_CONFIG_HOME",
                        profile.resolve("config").toString(),
                        "XDG_DATA_HOME",
                        profile.resolve("data").toString()));
        Process driver = builder.start();
        try {
            return new WebKit(screen, driver, "http://127.0.0.1:" + port, profile);
        } catch (RuntimeException e) {
            end(driver);
            end(screen);
            throw e;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void open(URI address) {
        command("/url", Json.object().put("url", address.toString()));
    }

    @Override
    public JsonNode evaluate(String expression) {
        ObjectNode script = Json.object().put("script", "return " + expression);
        script.putArray("args");
        return command("/execute/sync", script);
    }

    @Override
    public void press(String selector) {
        ObjectNode wanted = Json.object().put("using", "css selector").put("value", selector);
        String element = command("/element", wanted).path(ELEMENT).asText();
        command("/element/" + element + "/click", Json.object());
    }

    @Override
    public void type(String text) {
        ObjectNode input = Json.object();
        input.putArray("actions").add(DrivenBrowser.keyboard(text));
        command("/actions", input);
    }

    private JsonNode command(String path, JsonNode parameters) {
        return call("POST", session + path, parameters);
    }

    /** The value of an answer; an error of the browser's is an exception that names it. */
    private JsonNode call(String method, String address, JsonNode parameters) {
        var body = method.equals("POST") ? BodyPublishers.ofString(parameters.toString()) : BodyPublishers.noBody();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .method(method, body)
                .build();
        try {
            JsonNode value = Json.read(
                            client.send(request, BodyHandlers.ofString(UTF_8)).body())
                    .path("value");
            if (value.has("error")) {
                throw new IllegalStateException(value.path("error").asText() + ": "
                        + value.path("message").asText());
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> window = driver.children().toList();
        try {
            driver.waitFor(WRITES_AFTER, TimeUnit.SECONDS);
            call("DELETE", session, Json.object());
            Awaitility.await("WebKit's end")
                    .atMost(PATIENCE)
                    .until(() -> window.stream().noneMatch(ProcessHandle::isAlive));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(driver);
            end(screen);
            client.close();
        }
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
