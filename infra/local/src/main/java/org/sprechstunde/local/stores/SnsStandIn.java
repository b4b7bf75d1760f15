package org.sprechstunde.local.stores;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sprechstunde.local.template.TopicSpec;

/** Stands in for SNS: takes {@code Publish}, and no other call, for topics of the template; shows the mails on {@code GET /}. */
public final class SnsStandIn implements AutoCloseable {
    private final HttpServer server;
    private final List<TopicSpec> topics;
    private final Clock clock;
    private final Consumer<Mail> listener;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Mail> mails = new CopyOnWriteArrayList<>();

    private record Answer(int status, String type, String body) {
        static Answer xml(int status, String name, String content) {
            String namespace = " xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"";
            return new Answer(status, "text/xml", "<" + name + namespace + ">" + content + "</" + name + ">");
        }

        static Answer refused(int status, String code, String message) {
            String error =
                    "<Error><Type>Sender</Type><Code>" + code + "</Code><Message>" + message + "</Message></Error>";
            return xml(status, "ErrorResponse", error);
        }
    }

    private SnsStandIn(HttpServer server, List<TopicSpec> topics, Clock clock, Consumer<Mail> listener) {
        this.server = server;
        this.topics = topics;
        this.clock = clock;
        this.listener = listener;
    }

    /** Starts with the template's topics; {@code listener} hears of each mail. */
    public static SnsStandIn start(int port, List<TopicSpec> topics, Clock clock, Consumer<Mail> listener)
            throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var mails = new SnsStandIn(HttpServer.create(address, 0), topics, clock, listener);
        mails.server.createContext("/", mails::exchange);
        mails.server.setExecutor(mails.threads);
        mails.server.start();
        return mails;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** All mails, oldest first. */
    public List<Mail> mails() {
        return List.copyOf(mails);
    }

    private void exchange(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = exchange.getRequestMethod().equals("GET")
                    ? new Answer(200, "text/plain; charset=utf-8", shown())
                    : call(form(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String shown() {
        return mails.stream().map(Mail::toString).collect(Collectors.joining("\n----\n\n"));
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String field : body.split("&", -1)) {
            String[] parts = field.split("=", 2);
            form.put(parts[0], parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "");
        }
        return form;
    }

    private Answer call(Map<String, String> form) {
        if (!"Publish".equals(form.get("Action"))) {
            return Answer.refused(400, "InvalidAction", "only Publish is answered here");
        }
        String subject = form.getOrDefault("Subject", "");
        String message = form.getOrDefault("Message", "");
        if (!subject.matches("[!-~][ -~]{0,98}") || message.isEmpty()) {
            return Answer.refused(400, "InvalidParameter", "Invalid parameter: Subject or Message");
        }
        return topics.stream()
                .filter(topic -> topic.arn().equals(form.get("TopicArn")))
                .findFirst()
                .map(topic -> published(topic, subject, message))
                .orElseGet(() -> Answer.refused(404, "NotFound", "Topic does not exist"));
    }

    private Answer published(TopicSpec topic, String subject, String message) {
        for (String to : topic.emails()) {
            Mail mail = new Mail(clock.instant(), to, subject, message);
            mails.add(mail);
            listener.accept(mail);
        }
        String result = "<PublishResult><MessageId>00000000-0000-0000-0000-000000000001</MessageId></PublishResult>";
        return Answer.xml(200, "PublishResponse", result);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
