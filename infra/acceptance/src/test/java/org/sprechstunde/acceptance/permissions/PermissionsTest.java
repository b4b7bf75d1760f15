package org.sprechstunde.acceptance.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sprechstunde.local.ExampleTown;
import org.sprechstunde.local.access.Grant;
import org.sprechstunde.local.template.TownTemplate;
import org.sprechstunde.repository.Repository;

/**
 * What every function called in the whole suite, beside what its role grants: nothing more, nothing less. Runs by itself
 * after all other tests, on what they wrote down; that nothing more is called is enforced on every single call too.
 */
final class PermissionsTest {
    private static final Path CALLS = Path.of(System.getProperty("sprechstunde.calls", "target/calls"));

    /** Grants that no emulator shows: not the function makes these calls, but Lambda in its name. */
    private static final Set<Grant> LAMBDAS_OWN = Set.of(
            // It writes what the function prints.
            new Grant("logs:CreateLogStream", "other"),
            new Grant("logs:PutLogEvents", "other"),
            // It reads the stream that wakes the tasks.
            new Grant("dynamodb:DescribeStream", "stream"),
            new Grant("dynamodb:GetRecords", "stream"),
            new Grant("dynamodb:GetShardIterator", "stream"),
            new Grant("dynamodb:ListStreams", "other"));

    private static final Grant OPEN = new Grant("kms:Decrypt", "key");
    private static final Grant SEAL = new Grant("kms:GenerateDataKey", "key");
    private static final Grant SIGN = new Grant("kms:Sign", "key");

    /** With a key of the town's own, whoever writes here needs a new data key, and to read it. */
    private static final Set<String> SEALING = Set.of("s3:PutObject", "sns:Publish");

    private static Map<String, Set<Grant>> granted;
    private static Map<String, Set<Grant>> used;

    @BeforeAll
    static void read() throws IOException {
        granted = TownTemplate.read(
                        Repository.text("template.yaml"),
                        ExampleTown.with(Map.of(
                                "WhatsAppPhoneNumberId", "1",
                                "NotificationEmail", "rathaus@town.example",
                                "ErasureLog", "yes")))
                .grants();
        used = new TreeMap<>();
        granted.keySet().forEach(function -> used.put(function, new TreeSet<>()));
        if (!Files.isDirectory(CALLS)) {
            return;
        }
        try (Stream<Path> files = Files.list(CALLS)) {
            for (Path file : files.toList()) {
                Files.readAllLines(file).forEach(PermissionsTest::add);
            }
        }
    }

    private static void add(String line) {
        List<String> words = List.of(line.split("\t", -1));
        used.computeIfAbsent(words.get(0), _ -> new TreeSet<>()).add(new Grant(words.get(1), words.get(2)));
    }

    private static Set<Grant> grantedTo(String function) {
        return granted.getOrDefault(function, Set.of());
    }

    private static Set<Grant> usedBy(String function) {
        return used.getOrDefault(function, Set.of());
    }

    @Test
    void theWholeSuiteHasRun() {
        assertThat(used.keySet()).hasSizeGreaterThanOrEqualTo(7);
        used.forEach((function, calls) -> assertThat(calls.isEmpty())
                .as(function + " has called nothing: run mvn verify, for these are not the calls of all tests")
                .isEqualTo(grantedTo(function).stream().allMatch(LAMBDAS_OWN::contains)));
    }

    @Test
    void nothingIsUsedThatIsNotGranted() {
        used.forEach((function, calls) ->
                assertThat(grantedTo(function)).as(function).containsAll(calls));
    }

    @Test
    void nothingIsGrantedThatIsNeverUsed() {
        Map<String, Set<Grant>> idle = new TreeMap<>();
        granted.forEach((function, grants) -> {
            Set<Grant> rest = new TreeSet<>(grants);
            rest.removeAll(usedBy(function));
            rest.removeAll(LAMBDAS_OWN);
            rest.removeAll(Set.of(OPEN, SEAL, SIGN));
            if (!rest.isEmpty()) {
                idle.put(function, rest);
            }
        });
        assertThat(idle).isEmpty();
    }

    /** The key shows in no emulator, but who needs it follows from what is stored with it. */
    @Test
    void theKeyIsGrantedToWhoeverNeedsItAndNobodyElse() {
        granted.forEach((function, grants) -> {
            Set<Grant> calls = usedBy(function);
            boolean seals = calls.stream().map(Grant::action).anyMatch(SEALING::contains);
            assertThat(grants.contains(OPEN)).as(function + " opens").isEqualTo(!calls.isEmpty());
            assertThat(grants.contains(SEAL)).as(function + " seals").isEqualTo(seals);
            assertThat(grants.contains(SIGN)).as(function + " signs").isEqualTo(function.equals("SweepFunction"));
        });
    }
}
