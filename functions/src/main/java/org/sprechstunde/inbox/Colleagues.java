package org.sprechstunde.inbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sprechstunde.api.PersonJson;
import org.sprechstunde.enquiry.Presence;
import org.sprechstunde.enquiry.Presence.Doing;
import org.sprechstunde.enquiry.Presence.Present;
import org.sprechstunde.platform.ApiRequest;
import org.sprechstunde.platform.ApiResponse;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.OpenedEnquiry;
import org.sprechstunde.store.People;
import org.sprechstunde.store.PresenceItem;
import org.sprechstunde.store.Table;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Who else has an enquiry open. Whoever looks at it says with that look what they do, which is written down when it is new,
 * or every ten seconds; and learns who else is there, beside what is told, for that changes without the enquiry.
 */
final class Colleagues {
    private static final String HERE = "here";
    private static final String PRESENT = "present";

    private final Table table;
    private final People people;
    private final Clock clock;
    private final SecureRandom random;

    Colleagues(Services services) {
        this.table = Table.of(services);
        this.people = People.of(services);
        this.clock = services.platform().clock();
        this.random = services.platform().random();
    }

    /** Whether {@code request} says nothing of what its sender does, or something that can be understood. */
    static boolean isUnderstood(ApiRequest request) {
        return !request.query().containsKey(HERE) || doing(request).isPresent();
    }

    /** {@code response} with those who are there besides whoever asks. */
    ApiResponse beside(ApiRequest request, OpenedEnquiry opened, ApiResponse response) {
        Instant now = clock.instant();
        Optional<Doing> doing = doing(request);
        if (doing.isEmpty()) {
            return response;
        }
        String me = people.id(request);
        PresenceItem.Read before = opened.present();
        if (!before.presence().knows(me, doing.get(), now)) {
            write(request, opened, doing.get());
        }
        List<Present> others = before.presence().besides(me, now);
        return others.isEmpty() ? response : response.with(PRESENT, words(others));
    }

    /** Nobody who opens an enquiry waits for it: what could not be written down now is with the next look. */
    private void write(ApiRequest request, OpenedEnquiry opened, Doing doing) {
        try {
            Present me = new Present(people.asking(request), doing, clock.instant());
            Presence changed = opened.present().presence().with(me);
            table.update(PresenceItem.written(opened.enquiry(), opened.present(), changed, random));
        } catch (SdkException | Retry.TooManyWriters e) {
            Log.event(
                    LogEvent.PRESENCE_NOT_NOTED,
                    LogField.enquiry(opened.enquiry().id()),
                    LogField.cause(e));
        }
    }

    private static Optional<Doing> doing(ApiRequest request) {
        return Optional.ofNullable(request.query().get(HERE))
                .flatMap(word -> Stream.of(Doing.values())
                        .filter(doing -> word(doing).equals(word))
                        .findFirst());
    }

    private static String word(Doing doing) {
        return doing.name().toLowerCase(Locale.ROOT);
    }

    /** A header holds no name as it is written. */
    private static String words(List<Present> others) {
        ArrayNode json = Json.array();
        others.forEach(other -> json.add(PersonJson.of(other.person()).put("doing", word(other.doing()))));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(json));
    }
}
