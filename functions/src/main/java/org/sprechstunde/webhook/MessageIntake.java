package org.sprechstunde.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.autoreply.text.EmergencyDetector;
import org.sprechstunde.autoreply.text.LanguageDetector;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Language;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.MessageContext.Forwarding;
import org.sprechstunde.identity.CitizenEnquiries;
import org.sprechstunde.identity.CitizenEnquiries.Found;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.Transaction;
import org.sprechstunde.webhook.IntakeTransaction.Intake;
import org.sprechstunde.whatsapp.inbound.InboundEvent;
import org.sprechstunde.whatsapp.inbound.Wamid;

/**
 * Makes one citizen's messages durable: read the citizen's item, then one transaction on condition that
 * nothing has changed since. If something has, read again.
 */
final class MessageIntake {
    private final Table table;
    private final CitizenEnquiries citizens;
    private final Secrets secrets;
    private final Clock clock;
    private final LanguageDetector languageDetector = LanguageDetector.load();
    private final EmergencyDetector emergencyDetector = EmergencyDetector.load();
    private final IntakeTransaction writes;
    private final Retry retry;

    MessageIntake(Services services) {
        Platform platform = services.platform();
        this.table = Table.of(services);
        this.citizens = CitizenEnquiries.of(services);
        this.secrets = services.secrets();
        this.clock = platform.clock();
        this.writes = new IntakeTransaction(services);
        this.retry = new Retry(platform);
    }

    /** Whether all of these messages of one citizen are durable, by now or already before. */
    boolean take(MessageRun run) {
        List<Arrival> fresh = arrivals(run.messages());
        return retry.untilDone(() -> {
            Attempt attempt = store(fresh);
            // What was seen before is left out from now on; the rest is tried again.
            fresh.removeAll(attempt.seenBefore());
            return attempt.stored() || fresh.isEmpty();
        });
    }

    /** Whether {@code message} is durable in the very enquiry that it belongs to, or that has gone, and it with it. */
    boolean takeInto(RandomId enquiry, InboundEvent.Written message) {
        List<Arrival> arrival = List.of(arrival(message, Optional.empty()));
        return retry.untilDone(() -> {
            Found found = citizens.of(message.citizen());
            if (found.open().filter(its -> its.id().equals(enquiry)).isEmpty()) {
                Log.event(LogEvent.CHANGE_FORGOTTEN);
                return true;
            }
            Attempt attempt = store(arrival, found);
            return attempt.stored() || !attempt.seenBefore().isEmpty();
        });
    }

    /** In the order in which they came, each once, though one body may bring a message under both of its ids. */
    private List<Arrival> arrivals(List<InboundEvent.Written> messages) {
        Map<String, Arrival> arrivals = new LinkedHashMap<>();
        for (InboundEvent.Written message : messages) {
            Arrival arrival = arrival(message, Optional.empty());
            arrivals.putIfAbsent(arrival.seen(), arrival);
        }
        return new ArrayList<>(arrivals.values());
    }

    /**
     * A message on its way in.
     *
     * @param seen keyed hash of its id
     * @param edit keyed hash of the edit's id, where the message comes as one
     * @param urgent whether it speaks of danger
     */
    record Arrival(
            InboundEvent.Written message,
            String seen,
            Optional<String> edit,
            Quotes quotes,
            boolean urgent,
            Instant time) {}

    Arrival arrival(InboundEvent.Written written, Optional<String> edit) {
        Pseudonyms pseudonyms = Pseudonyms.current(secrets);
        List<Language> alarming =
                written.content().words().map(emergencyDetector::of).orElse(List.of());
        InboundEvent.Written message = written.by(written.citizen().speaking(language(written, alarming)));
        return new Arrival(
                message,
                pseudonyms.message(Wamid.token(message.wamid())),
                edit.map(wamid -> pseudonyms.message(Wamid.token(wamid))),
                Quotes.find(table, message, pseudonyms),
                !alarming.isEmpty(),
                clock.instant());
    }

    /** What is passed on was written by others, and what is chosen by us. */
    private Optional<Language> language(InboundEvent.Written message, List<Language> alarming) {
        Optional<Language> byAlarm = alarming.size() == 1 ? Optional.of(alarming.getFirst()) : Optional.empty();
        boolean own = message.context().forwarding() == Forwarding.NONE
                && !(message.content() instanceof MessageContent.Choice);
        return own ? message.content().words().flatMap(languageDetector::of).or(() -> byAlarm) : Optional.empty();
    }

    /** All are stored, or none: those seen before, or another writer, were in the way. */
    record Attempt(boolean stored, List<Arrival> seenBefore) {}

    /** Tries once to store {@code arrivals}, all of one citizen. */
    Attempt store(List<Arrival> arrivals) {
        return store(arrivals, citizens.of(arrivals.getFirst().message().citizen()));
    }

    private Attempt store(List<Arrival> arrivals, Found found) {
        Instant time = arrivals.getFirst().time();
        Optional<Enquiry> taking = found.open().filter(open -> open.takes(time));
        Intake intake = taking.isPresent() ? writes.append(arrivals, taking.get()) : writes.open(arrivals, found);
        Transaction.Outcome outcome = intake.transaction().commit();
        List<Arrival> seenBefore = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            if (outcome.done()) {
                Log.event(LogEvent.MESSAGE_STORED);
            } else if (outcome.refused(intake.marks().get(i))) {
                Log.event(LogEvent.MESSAGE_SEEN_BEFORE);
                seenBefore.add(arrivals.get(i));
            }
        }
        return new Attempt(outcome.done(), seenBefore);
    }
}
