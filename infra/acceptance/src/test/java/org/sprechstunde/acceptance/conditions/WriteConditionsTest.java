package org.sprechstunde.acceptance.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sprechstunde.acceptance.conditions.ConditionMutant.ConditionedWrite;
import org.sprechstunde.platform.Json;
import org.sprechstunde.repository.Repository;

/**
 * The promises stand on conditions. Each holds exactly where it should; and if a comparison in any of them were another, or
 * none, a case would say so.
 */
final class WriteConditionsTest {
    private static ConditionTable table;

    @BeforeAll
    static void start() throws Exception {
        table = new ConditionTable();
    }

    static List<WriteCase> cases() {
        return Stream.of(
                        EnquiryConditions.all(),
                        MessageConditions.all(),
                        TaskAndMarkConditions.all(),
                        ErasureLogConditions.all())
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aWriteIsTakenExactlyWhereItMayBe(WriteCase each) {
        each.check().in(table);
    }

    @Test
    @Tag("full")
    void noComparisonCouldBeAnotherOrNoneUnnoticed() throws Exception {
        Map<ConditionedWrite, List<WriteCase>> casesOf = casesOf();
        List<ConditionMutant> survivors = new ArrayList<>();
        int mutants = 0;

        for (Map.Entry<ConditionedWrite, List<WriteCase>> write : casesOf.entrySet()) {
            for (ConditionMutant mutant : ConditionMutant.of(write.getKey())) {
                mutants++;
                table.wire.breaks(Optional.of(mutant));
                if (write.getValue().stream().noneMatch(WriteConditionsTest::fails)) {
                    survivors.add(mutant);
                }
            }
        }
        table.wire.breaks(Optional.empty());

        write(casesOf.size(), mutants, survivors.size());
        assertThat(survivors).isEmpty();
        assertThat(mutants).isGreaterThan(150);
    }

    /** Which cases do each write, the shortest first. */
    private static Map<ConditionedWrite, List<WriteCase>> casesOf() {
        Map<ConditionedWrite, List<WriteCase>> casesOf = new LinkedHashMap<>();
        Map<WriteCase, Integer> writes = new HashMap<>();
        table.wire.seen();
        for (WriteCase each : cases()) {
            each.check().in(table);
            Set<ConditionedWrite> its = table.wire.seen();
            writes.put(each, its.size());
            its.forEach(write ->
                    casesOf.computeIfAbsent(write, _ -> new ArrayList<>()).add(each));
        }
        casesOf.values().forEach(each -> each.sort(Comparator.comparing(writes::get)));
        return casesOf;
    }

    private static boolean fails(WriteCase each) {
        try {
            each.check().in(table);
            return false;
        } catch (AssertionError | RuntimeException _) {
            return true;
        }
    }

    private static void write(int conditions, int mutants, int survivors) throws IOException {
        ObjectNode figures = Json.object()
                .put("conditions", conditions)
                .put("mutants", mutants)
                .put("survivors", survivors);
        Path file = Repository.file("infra/acceptance/target/forgetting/conditions.json");
        Files.createDirectories(file.getParent());
        Files.write(file, Json.bytes(figures));
        System.out.println(figures);
    }
}
