package org.sprechstunde.store;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.enquiry.Person;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Who has resolved an enquiry, for colleagues who had it open. The enquiry's own key is gone by then, so the name is sealed
 * with one of the stack's; it goes with the forget task.
 */
public final class ResolverName {
    private static final String NAME = "resolvedBy";

    private final Secrets secrets;
    private final SecureRandom random;

    public ResolverName(Services services) {
        this.secrets = services.secrets();
        this.random = services.platform().random();
    }

    /** No key stays for the sake of a name: where the stack's secret cannot be had now, nobody's is kept. */
    public void addTo(Map<String, AttributeValue> forget, Person person) {
        try {
            forget.put(NAME, SealedPerson.seal(person, key(), ItemKey.of(forget).place() + " " + NAME, random));
        } catch (SdkException e) {
            Log.event(LogEvent.RESOLVER_NOT_NAMED, LogField.cause(e));
        }
    }

    public Optional<Person> in(Map<String, AttributeValue> forget) {
        return SealedPerson.open(forget, NAME, key());
    }

    private DataKey key() {
        return Pseudonyms.current(secrets).keyFor("resolved by");
    }
}
