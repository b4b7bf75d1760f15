package org.sprechstunde.acceptance.town;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/**
 * Hands each test class a town. All that leave the clock alone share one, and all that move it share another: each test
 * has citizens of its own, as in a real town.
 */
final class Towns implements ParameterResolver, ExecutionCondition, ResourceLocksProvider {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Towns.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return TestStores.condition(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestTown.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        return shared(test)
                .map(name -> town(context.getRoot().getStore(NAMESPACE), name))
                .orElseGet(() -> town(context.getStore(NAMESPACE), test.getName()));
    }

    @Override
    public Set<Lock> provideForClass(Class<?> test) {
        return shared(test).map(Lock::new).stream().collect(Collectors.toSet());
    }

    /** The name of the town that {@code test} shares with others. */
    private static Optional<String> shared(Class<?> test) {
        if (test.isAnnotationPresent(OwnTown.class)) {
            return Optional.empty();
        }
        return Optional.of(test.isAnnotationPresent(MovesTheClock.class) ? "moving clock" : "still clock");
    }

    private static TestTown town(ExtensionContext.Store store, String key) {
        return store.computeIfAbsent(key, _ -> TestTown.start(), TestTown.class);
    }
}
