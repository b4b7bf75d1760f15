package org.sprechstunde.acceptance.hunt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sprechstunde.acceptance.hunt.Place.Chunk;
import org.sprechstunde.acceptance.hunt.Tap.Exchange;
import org.sprechstunde.local.stores.Mail;
import org.sprechstunde.repository.Repository;

/**
 * All the places of one hunt. Left out on purpose is what must hold the citizen's data to do its work:
 *
 * <ul>
 *   <li>the bodies that WhatsApp delivers, and those that go to WhatsApp and come back (to whom, and what);
 *   <li>the bodies in which the API shows an open enquiry to the mayor, and takes the mayor's answer;
 *   <li>the BSUID in the address that deletes the contact-book entry: WhatsApp's API demands it there.
 * </ul>
 *
 * <p>Media ids stand in WhatsApp's addresses as well; they are WhatsApp's random numbers. Requests of the test's own
 * strangers are not searched, the answers that they get are.
 */
record Evidence(
        HuntTown town, TappedMayor mayor, MayorsBrowser.Trail trail, Path profile, Instant since, Stderr errors) {
    private static final Pattern CONTACT_BOOK = Pattern.compile("(DELETE \\S*contact_book\\?\\S*bsuid=)[^&\\s]+");
    private static final List<String> CACHES = List.of(".cache", ".config", ".local", ".pki");

    /** Standard error, kept. */
    interface Stderr {
        ByteArrayOutputStream written();
    }

    List<Place> places() {
        return Stream.of(stores(), said(), sent(), device())
                .flatMap(List::stream)
                .toList();
    }

    private List<Place> stores() {
        var clients = town.town().stores();
        String table = town.town().table();
        String stream = clients.table()
                .describeTable(describe -> describe.tableName(table))
                .table()
                .latestStreamArn();
        return List.of(
                Places.table(clients.table(), table),
                StreamPlace.of(clients.streams(), stream),
                BucketPlace.of(clients.bucket(), town.town().bucket()));
    }

    private List<Place> said() {
        return List.of(
                Places.log(town.town()::log),
                Places.metrics(town.town()::log),
                Places.numbered(
                        "standard error", () -> Stream.of(errors.written().toByteArray())),
                Places.numbered(
                        "mails to the mayor",
                        () -> town.town().mails().stream().map(Mail::toString).map(mail -> mail.getBytes(UTF_8))),
                texts("browser's console", trail.console()),
                texts("presigned addresses", mayor.presigned()));
    }

    private List<Place> sent() {
        return Stream.of(
                        both("DynamoDB", town.table()),
                        both("S3", town.bucket()),
                        List.of(
                                Places.numbered("WhatsApp: addresses", this::whatsAppUrls),
                                Places.requestHeaders("WhatsApp: headers", () -> stream(town.whatsApp())),
                                Places.urls("webhook: addresses", this::webhooks),
                                Places.requestHeaders("webhook: headers", this::webhooks),
                                Places.answerHeaders("functions' answers: headers", () -> stream(town.front())),
                                Places.numbered("functions' answers: bodies", this::answers)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Place> both(String name, Tap tap) {
        return List.of(
                Places.urls(name + ": addresses", () -> stream(tap)),
                Places.requestHeaders(name + ": headers", () -> stream(tap)),
                Places.answerHeaders(name + ": answers' headers", () -> stream(tap)),
                Places.bodies(name + ": bodies", () -> stream(tap)));
    }

    private List<Place> device() {
        Path home = Path.of(System.getProperty("user.home"));
        List<Path> folders = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.io.tmpdir")),
                                Path.of("/dev/shm"),
                                Repository.file("infra"),
                                Repository.file("functions/target")),
                        CACHES.stream().map(home::resolve))
                .filter(Files::isDirectory)
                .toList();
        return List.of(
                texts("browser: addresses", trail.urls()),
                texts("browser: headers", trail.headers()),
                FilesPlace.all("browser's profile", profile),
                FilesPlace.changed("files on disk", folders, since));
    }

    private Stream<byte[]> whatsAppUrls() {
        return stream(town.whatsApp())
                .map(exchange ->
                        CONTACT_BOOK.matcher(exchange.request().firstLine()).replaceAll("$1"))
                .map(line -> line.getBytes(ISO_8859_1));
    }

    private Stream<Exchange> webhooks() {
        return stream(town.front()).filter(Evidence::isWhatsApps);
    }

    private Stream<byte[]> answers() {
        return stream(town.front())
                .filter(exchange -> exchange.answer().status() >= 300
                        || !exchange.request().firstLine().contains(" /api/")
                        || exchange.request().firstLine().contains("/resolve "))
                .map(exchange -> exchange.answer().body());
    }

    private static boolean isWhatsApps(Exchange exchange) {
        return exchange.request()
                .header("user-agent")
                .filter("facebookexternalua"::equals)
                .isPresent();
    }

    private static Stream<Exchange> stream(Tap tap) {
        return tap.exchanges().stream();
    }

    private static Place texts(String name, List<String> texts) {
        return new Place(
                name, () -> texts.stream().map(text -> new Chunk("one of " + texts.size(), text.getBytes(UTF_8))));
    }
}
