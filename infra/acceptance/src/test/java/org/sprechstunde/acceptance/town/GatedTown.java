package org.sprechstunde.acceptance.town;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.sprechstunde.local.Options;

/** A town for all tests of a class, with a gate before its table that is open again after each. */
final class GatedTown implements ExecutionCondition, BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private @Nullable RequestGate gate;
    private @Nullable TestTown town;

    RequestGate gate() {
        return Objects.requireNonNull(gate);
    }

    TestTown town() {
        return Objects.requireNonNull(town);
    }

    Await await() {
        return new Await(town());
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return TestStores.condition(context);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        gate = RequestGate.open();
        town = TestTown.start(Options.forTest()
                .withEnvironment("AWS_ENDPOINT_URL_DYNAMODB", gate().address().toString()));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        gate().refuse("");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        town().close();
        gate().close();
    }
}
