package org.sprechstunde.webhook;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.enquiry.MediaFile;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Message.Direction;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.webhook.MessageIntake.Arrival;

/** A message as it is stored, and how it came. */
record IntakeEntry(Arrival arrival, Message message) {

    /** The arrivals as messages of {@code enquiry}, in their order. */
    static List<IntakeEntry> of(List<Arrival> arrivals, RandomId enquiry, SecureRandom random) {
        List<IntakeEntry> entries = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            MessageId id = MessageId.next(arrival.message().written(), arrival.time(), random)
                    .at(entries.size());
            entries.add(new IntakeEntry(arrival, message(arrival, id, enquiry, random)));
        }
        return entries;
    }

    private static Message message(Arrival arrival, MessageId id, RandomId enquiry, SecureRandom random) {
        MessageContent content = arrival.message().content();
        return new Message(
                id,
                Direction.IN,
                content,
                content instanceof MessageContent.Media
                        ? Optional.of(MediaFile.waiting(RandomId.next(random), DataKey.next(random)))
                        : Optional.empty(),
                Optional.empty(),
                content instanceof MessageContent.Wish
                        ? Optional.empty()
                        : Optional.of(arrival.message().wamid()),
                arrival.edit().map(_ -> arrival.message().written()),
                arrival.quotes().context(arrival.message(), enquiry),
                Message.Reactions.NONE,
                Optional.empty());
    }
}
