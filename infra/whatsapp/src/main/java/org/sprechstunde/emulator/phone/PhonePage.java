package org.sprechstunde.emulator.phone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.sprechstunde.emulator.web.Route;
import org.sprechstunde.emulator.web.WebAnswer;

/** The files of the phone page. */
public final class PhonePage {

    private PhonePage() {}

    public static List<Route> routes() {
        Stream<Route> fixed = Stream.of(
                file("/", "index.html", "text/html; charset=utf-8"),
                file("/phone.css", "phone.css", "text/css; charset=utf-8"),
                file("/colours.css", "colours.css", "text/css; charset=utf-8"),
                file("/favicon.svg", "favicon.svg", "image/svg+xml"));
        Stream<Route> scripts = Stream.of(
                        "phone", "state", "api", "people", "chat", "bubbles", "compose", "actions", "aim", "menu",
                        "offers")
                .map(name -> file("/" + name + ".js", name + ".js", "text/javascript; charset=utf-8"));
        return Stream.concat(fixed, scripts).toList();
    }

    private static Route file(String path, String name, String type) {
        return new Route("GET", path, _ -> WebAnswer.bytes(type, read("/phone/" + name)));
    }

    private static byte[] read(String resource) {
        try (InputStream in = PhonePage.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the jar cannot be read", e);
        }
    }
}
