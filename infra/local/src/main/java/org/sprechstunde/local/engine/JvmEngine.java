package org.sprechstunde.local.engine;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sprechstunde.local.engine.runtimeapi.LambdaRuntime;
import org.sprechstunde.local.output.FunctionLog;
import org.sprechstunde.local.template.FunctionSpec;

/** Runs the packaged jar in a JVM per function, started by AWS's own runtime client as on Lambda. */
public final class JvmEngine implements Engine {
    private final JvmCommand command;
    private final FunctionEnvironment environment;
    private final FunctionLog log;
    private final Map<String, LambdaRuntime> runtimes = new ConcurrentHashMap<>();

    /** An engine for the jar that was packaged in the project's folder {@code home}. */
    public JvmEngine(Path home, FunctionEnvironment environment, FunctionLog log) {
        this.command = JvmCommand.in(home);
        this.environment = environment;
        this.log = log;
    }

    @Override
    public Outcome invoke(FunctionSpec function, byte[] event) {
        return runtimes.computeIfAbsent(function.logicalId(), _ -> runtime(function))
                .invoke(event);
    }

    private LambdaRuntime runtime(FunctionSpec function) {
        return new LambdaRuntime(
                function, command.of(function, environment.of(function)), line -> log.add(function.logicalId(), line));
    }

    @Override
    public void close() {
        runtimes.values().forEach(LambdaRuntime::close);
    }
}
