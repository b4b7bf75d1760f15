package org.sprechstunde.local.stores;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sprechstunde.emulator.web.Body;
import org.sprechstunde.emulator.web.Route;
import org.sprechstunde.emulator.web.Web;
import org.sprechstunde.emulator.web.WebAnswer;
import org.sprechstunde.local.template.TopicSpec;

/** Stands in for SNS: takes {@code Publish}, and no other call, for topics of the template; shows the mails on {@code GET /}. */
public final class SnsStandIn implements AutoCloseable {
    private final Web web;
    private final List<TopicSpec> topics;
    private final Clock clock;
    private final Consumer<Mail> listener;
    private final List<Mail> mails = new CopyOnWriteArrayList<>();

    private SnsStandIn(Web web, List<TopicSpec> topics, Clock clock, Consumer<Mail> listener) {
        this.web = web;
        this.topics = topics;
        this.clock = clock;
        this.listener = listener;
    }

    /** Starts with the template's topics; {@code listener} hears of each mail. */
    public static SnsStandIn start(int port, List<TopicSpec> topics, Clock clock, Consumer<Mail> listener) {
        var mails = new SnsStandIn(Web.open(port), topics, clock, listener);
        mails.web.serve(List.of(
                new Route("GET", "/", _ -> mails.shown()),
                new Route("POST", "/", request -> mails.call(request.form()))));
        return mails;
    }

    public URI uri() {
        return web.uri();
    }

    /** All mails, oldest first. */
    public List<Mail> mails() {
        return List.copyOf(mails);
    }

    private WebAnswer shown() {
        String all = mails.stream().map(Mail::toString).collect(Collectors.joining("\n----\n\n"));
        return WebAnswer.bytes("text/plain; charset=utf-8", all.getBytes(UTF_8));
    }

    private WebAnswer call(Map<String, String> form) {
        if (!"Publish".equals(form.get("Action"))) {
            return refused(400, "InvalidAction", "only Publish is answered here");
        }
        String subject = form.getOrDefault("Subject", "");
        String message = form.getOrDefault("Message", "");
        if (!subject.matches("[!-~][ -~]{0,98}") || message.isEmpty()) {
            return refused(400, "InvalidParameter", "Invalid parameter: Subject or Message");
        }
        return topics.stream()
                .filter(topic -> topic.arn().equals(form.get("TopicArn")))
                .findFirst()
                .map(topic -> published(topic, subject, message))
                .orElseGet(() -> refused(404, "NotFound", "Topic does not exist"));
    }

    private WebAnswer published(TopicSpec topic, String subject, String message) {
        for (String to : topic.emails()) {
            Mail mail = new Mail(clock.instant(), to, subject, message);
            mails.add(mail);
            listener.accept(mail);
        }
        String result = "<PublishResult><MessageId>00000000-0000-0000-0000-000000000001</MessageId></PublishResult>";
        return xml(200, "PublishResponse", result);
    }

    private static WebAnswer refused(int status, String code, String message) {
        String error = "<Error><Type>Sender</Type><Code>" + code + "</Code><Message>" + message + "</Message></Error>";
        return xml(status, "ErrorResponse", error);
    }

    private static WebAnswer xml(int status, String name, String content) {
        String namespace = " xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"";
        String xml = "<" + name + namespace + ">" + content + "</" + name + ">";
        return new WebAnswer.Whole(status, new Body("text/xml", xml.getBytes(UTF_8)));
    }

    @Override
    public void close() {
        web.close();
    }
}
