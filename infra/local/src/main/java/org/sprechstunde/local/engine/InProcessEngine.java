package org.sprechstunde.local.engine;

import java.time.Clock;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.sprechstunde.local.access.Caller;
import org.sprechstunde.local.access.DrainingHttpClient;
import org.sprechstunde.local.access.Grant;
import org.sprechstunde.local.access.SignedCallGuard;
import org.sprechstunde.local.output.FunctionLog;
import org.sprechstunde.local.template.FunctionSpec;
import org.sprechstunde.platform.AwsClients;
import org.sprechstunde.platform.Pause;
import org.sprechstunde.platform.Platform;

/** Runs the handlers' classes in this JVM: quick to start, with a clock that can be moved. */
public final class InProcessEngine implements Engine {
    private final FunctionEnvironment environment;
    private final Clock clock;
    private final FunctionLog log;
    private final Map<String, Set<Grant>> grants;
    private final Pause pause;
    private final Map<String, Instances> instances = new ConcurrentHashMap<>();
    private final Queue<Platform> platforms = new ConcurrentLinkedQueue<>();

    /** @param grants what each function's role allows, by the function's logical id */
    public InProcessEngine(
            FunctionEnvironment environment, Clock clock, FunctionLog log, Map<String, Set<Grant>> grants) {
        this(environment, clock, log, grants, Pause::sleep);
    }

    private InProcessEngine(
            FunctionEnvironment environment,
            Clock clock,
            FunctionLog log,
            Map<String, Set<Grant>> grants,
            Pause pause) {
        this.environment = environment;
        this.clock = clock;
        this.log = log;
        this.grants = grants;
        this.pause = pause;
    }

    /** The same engine, not started yet, whose functions wait by {@code other}. */
    public InProcessEngine waitingBy(Pause other) {
        return new InProcessEngine(environment, clock, log, grants, other);
    }

    @Override
    public Outcome invoke(FunctionSpec function, byte[] event) {
        return instances
                .computeIfAbsent(function.logicalId(), _ -> instances(function))
                .invoke(event);
    }

    private Instances instances(FunctionSpec function) {
        Caller caller = new Caller(function.logicalId(), grants.getOrDefault(function.logicalId(), Set.of()));
        return new Instances(function, log, caller, () -> Handler.create(function.handler(), platform(function)));
    }

    private Platform platform(FunctionSpec function) {
        Platform given = Platform.of(environment.of(function), clock);
        var aws = new AwsClients(
                given.settings().aws(), () -> new SignedCallGuard(new DrainingHttpClient(AwsClients.crt())));
        var platform = new Platform(given.settings(), given.clock(), pause, given.random(), given.threads(), aws);
        platforms.add(platform);
        return platform;
    }

    @Override
    public void close() {
        instances.values().forEach(Instances::close);
        platforms.forEach(Platform::close);
    }
}
