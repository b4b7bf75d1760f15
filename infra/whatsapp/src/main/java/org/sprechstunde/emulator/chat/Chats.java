package org.sprechstunde.emulator.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** All conversations, one for each citizen. */
public final class Chats {
    private final Map<String, Change> byToken = new LinkedHashMap<>();
    private final Map<String, Instant> typing = new LinkedHashMap<>();
    private long revision;

    /** Puts a message at the end of the citizen's chat. */
    public synchronized ChatMessage add(Citizen citizen, boolean fromCitizen, ObjectNode message, Instant at) {
        String id = message.path("id").asText();
        ChatMessage bubble = new ChatMessage(
                id, fromCitizen, message, at, DeliveryTick.WAITING, OptionalInt.empty(), nextRevision());
        byToken.put(bubble.token(), new Change(citizen, bubble));
        if (!fromCitizen) {
            typing.remove(citizen.bsuid());
        }
        return bubble;
    }

    /** What a message says from now on; its place, time and tick stay. */
    public synchronized void rewrite(String wamid, ObjectNode message) {
        byToken.computeIfPresent(
                ChatMessage.tokenOf(wamid),
                (_, old) -> new Change(old.citizen(), old.bubble().rewritten(message, nextRevision())));
    }

    /** The whole conversation goes on under another identity. */
    public synchronized void move(Citizen former, Citizen now) {
        byToken.replaceAll((_, change) ->
                change.citizen().bsuid().equals(former.bsuid()) ? new Change(now, change.bubble()) : change);
    }

    /** Moves a message's tick forward, never back; false where it does not move. */
    public synchronized boolean tick(String wamid, DeliveryTick tick, OptionalInt code) {
        String token = ChatMessage.tokenOf(wamid);
        Change old = byToken.get(token);
        if (old == null || !tick.isLaterThan(old.bubble().tick())) {
            return false;
        }
        byToken.put(token, new Change(old.citizen(), old.bubble().ticked(tick, code, nextRevision())));
        return true;
    }

    /** The message with this id, whichever identity the id names. */
    public synchronized Optional<Change> find(String wamid) {
        return Optional.ofNullable(byToken.get(ChatMessage.tokenOf(wamid)));
    }

    /** The citizen's chat, oldest first. */
    public synchronized List<ChatMessage> of(Citizen citizen) {
        return byToken.values().stream()
                .filter(change -> change.citizen().bsuid().equals(citizen.bsuid()))
                .map(Change::bubble)
                .sorted(Comparator.comparing(ChatMessage::at))
                .toList();
    }

    /** When the citizen wrote last, by the time that their messages carry. */
    public synchronized Optional<Instant> lastInbound(Citizen citizen) {
        return of(citizen).stream()
                .filter(ChatMessage::fromCitizen)
                .map(ChatMessage::at)
                .max(Comparator.naturalOrder());
    }

    /** The citizen sees "is typing" until then. */
    public synchronized void typing(Citizen citizen, Instant until) {
        typing.put(citizen.bsuid(), until);
        nextRevision();
    }

    public synchronized boolean isTyping(Citizen citizen, Instant now) {
        return Optional.ofNullable(typing.get(citizen.bsuid()))
                .filter(now::isBefore)
                .isPresent();
    }

    public synchronized long revision() {
        return revision;
    }

    /** All bubbles changed after {@code since}. */
    public synchronized List<Change> changes(long since) {
        return byToken.values().stream()
                .filter(change -> change.bubble().revision() > since)
                .toList();
    }

    /** Waits until the revision is no longer {@code since}, at most {@code patience}. */
    public synchronized void await(long since, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        long left = patience.toMillis();
        while (revision == since && left > 0) {
            wait(left);
            left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        }
    }

    private long nextRevision() {
        revision++;
        notifyAll();
        return revision;
    }
}
