package org.sprechstunde.webhook;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.enquiry.Content;
import org.sprechstunde.enquiry.DataKey;
import org.sprechstunde.enquiry.Direction;
import org.sprechstunde.enquiry.MediaFile;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.webhook.Intake.Arrival;

/** A message as it is stored, and how it came. */
record Entry(Arrival arrival, Message message) {

    /** The arrivals as messages of {@code enquiry}, in their order. */
    static List<Entry> of(List<Arrival> arrivals, RandomId enquiry, SecureRandom random) {
        List<Entry> entries = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            MessageId id = MessageId.next(arrival.message().written(), arrival.time(), random)
                    .at(entries.size());
            entries.add(new Entry(arrival, message(arrival, id, enquiry, random)));
        }
        return entries;
    }

    private static Message message(Arrival arrival, MessageId id, RandomId enquiry, SecureRandom random) {
        Content content = arrival.message().content();
        return new Message(
                id,
                Direction.IN,
                content,
                content instanceof Content.Media
                        ? Optional.of(MediaFile.waiting(RandomId.next(random), DataKey.next(random)))
                        : Optional.empty(),
                Optional.empty(),
                Optional.of(arrival.message().wamid()),
                arrival.edit().map(_ -> arrival.message().written()),
                arrival.quotes().context(arrival.message(), enquiry),
                Message.Reactions.NONE);
    }
}
