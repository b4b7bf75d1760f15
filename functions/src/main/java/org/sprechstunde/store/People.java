package org.sprechstunde.store;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.enquiry.Person;
import org.sprechstunde.platform.ApiRequest;
import org.sprechstunde.platform.Graphemes;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;
import org.sprechstunde.platform.VisibleText;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Those of the town hall who have logged in, by the names that colleagues know. A token that names its owner is believed;
 * what its owner says holds where the token is silent, as Cognito's are.
 */
public final class People {
    /** Whoever has not logged in for so long is handed nothing any more. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final int LONGEST = 60;
    private static final String NAME = "name";
    private static final String CONTROLS = "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]";

    private final Table table;
    private final Secrets secrets;
    private final Clock clock;
    private final SecureRandom random;

    public static People of(Services services) {
        return services.once(People.class, People::new);
    }

    private People(Services services) {
        this.table = Table.of(services);
        this.secrets = services.secrets();
        this.clock = services.platform().clock();
        this.random = services.platform().random();
    }

    /** The id of whoever asks; nothing is read for it. */
    public String id(ApiRequest request) {
        return Pseudonyms.current(secrets).person(request.login()).hex();
    }

    /** Whose request it is. */
    public Person asking(ApiRequest request) {
        String id = id(request);
        return new Person(id, name(request, id));
    }

    /** Whose request it is to resolve something: nobody's key waits for a name. */
    public Person resolving(ApiRequest request) {
        try {
            return asking(request);
        } catch (SdkException e) {
            Log.event(LogEvent.RESOLVER_NOT_NAMED, LogField.cause(e));
            return new Person(id(request), "");
        }
    }

    private String name(ApiRequest request, String id) {
        return request.loginName()
                .flatMap(People::fit)
                .orElseGet(() -> find(id).map(Person::name).orElse(""));
    }

    /** The same, who has just logged in and calls themselves {@code said}; kept, so that others can name them. */
    public Person arrived(ApiRequest request, Optional<String> said) {
        String id = id(request);
        String name = request.loginName()
                .flatMap(People::fit)
                .or(() -> said.flatMap(People::fit).map(wish -> unlikeOthers(wish, id)))
                .orElseGet(() -> name(request, id));
        Person person = new Person(id, name);
        Map<String, AttributeValue> item = new HashMap<>(ItemKey.person(id).attributes());
        item.put(NAME, SealedPerson.seal(person, key(), ItemKey.person(id).place() + " " + NAME, random));
        item.put("expiresAt", Attributes.seconds(clock.instant().plus(KEPT)));
        table.put(item);
        return person;
    }

    /** Nobody passes for a colleague by saying their name: the second of that name is called so. */
    private String unlikeOthers(String name, String id) {
        Set<String> taken = all().stream()
                .filter(person -> !person.id().equals(id))
                .map(person -> heard(person.name()))
                .collect(Collectors.toSet());
        Stream<String> further =
                IntStream.iterate(2, number -> number + 1).mapToObj(number -> name + " (" + number + ")");
        return Stream.concat(Stream.of(name), further)
                .filter(each -> !taken.contains(heard(each)))
                .findFirst()
                .orElseThrow();
    }

    /** What sounds the same is the same name. */
    private static String heard(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
    }

    public Optional<Person> find(String id) {
        return table.get(ItemKey.person(id)).flatMap(this::read);
    }

    /** All who can be handed something: those who have a name. */
    public List<Person> all() {
        ItemKey first = ItemKey.person("");
        return table.query(first.pk(), first.sk()).stream()
                .flatMap(item -> read(item).stream())
                .filter(person -> !person.name().isEmpty())
                .toList();
    }

    private Optional<Person> read(Map<String, AttributeValue> item) {
        boolean stands = Attributes.number(item, "expiresAt") > clock.instant().getEpochSecond();
        return stands ? SealedPerson.open(item, NAME, key()) : Optional.empty();
    }

    private DataKey key() {
        return Pseudonyms.current(secrets).keyFor("people");
    }

    private static Optional<String> fit(String name) {
        String fit = Graphemes.beginning(name.replaceAll(CONTROLS, "").strip(), LONGEST);
        return VisibleText.isIn(fit) ? Optional.of(fit) : Optional.empty();
    }
}
