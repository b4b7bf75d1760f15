package org.sprechstunde.local;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.sprechstunde.emulator.EmulatorSettings;
import org.sprechstunde.emulator.WhatsAppEmulator;
import org.sprechstunde.local.account.AwsAccountStandIn;
import org.sprechstunde.local.demo.Demo;
import org.sprechstunde.local.engine.CountingEngine;
import org.sprechstunde.local.engine.FunctionEnvironment;
import org.sprechstunde.local.engine.InProcessEngine;
import org.sprechstunde.local.engine.JvmEngine;
import org.sprechstunde.local.gateway.Gateway;
import org.sprechstunde.local.gateway.Stages;
import org.sprechstunde.local.output.FunctionLog;
import org.sprechstunde.local.stores.SnsStandIn;
import org.sprechstunde.local.stores.StoreClients;
import org.sprechstunde.local.template.TownTemplate;

/** Starts a town: first all that stands alone, side by side; then the functions; then what calls them. */
final class TownStart {
    private static final String WABA_ID = "100000000000002";
    private static final String DISPLAY_NUMBER = "4966249110";
    private static final Duration FIRST_REDELIVERY = Duration.ofSeconds(1);

    private final Options options;
    private final FreePorts ports = new FreePorts();
    private final Addresses addresses;
    private final TownVariables variables;
    private final TownTemplate template;
    private final Progress progress;
    private final FunctionLog log;
    private final Stages stages = new Stages();
    private final Running running = new Running();
    private final TownClock clock = new TownClock();

    TownStart(Options options) {
        this.options = options;
        this.addresses = Addresses.from(options.environment(), ports);
        this.variables = new TownVariables(options, addresses);
        this.template = template(options, variables);
        this.progress = new Progress(options.progress());
        this.log = new FunctionLog(options.log());
        if (variables.isConnected()) {
            stages.add(TownVariables.WEBHOOK_STAGE);
        }
    }

    LocalTown start() {
        try (ports;
                ExecutorService threads = Executors.newCachedThreadPool()) {
            return open(standAlone(threads));
        } catch (ExecutionException e) {
            throw failed(Optional.ofNullable(e.getCause()).orElse(e));
        } catch (Exception e) {
            throw failed(e);
        }
    }

    private RuntimeException failed(Throwable cause) {
        running.close();
        return cause instanceof RuntimeException known
                ? known
                : new IllegalStateException("the town did not start: " + cause, cause);
    }

    private record StandAlone(
            StoreClients clients,
            Optional<WhatsAppEmulator> meta,
            Optional<AwsAccountStandIn> account,
            Optional<SnsStandIn> mails,
            CountingEngine engine) {}

    private StandAlone standAlone(ExecutorService threads) throws Exception {
        var stores = new StoresStart(options, addresses, variables, template, stages, running);
        Future<StoreClients> clients = threads.submit(() -> running.add(clients()));
        Future<Optional<WhatsAppEmulator>> meta = threads.submit(this::meta);
        Future<Optional<SnsStandIn>> mails = threads.submit(() -> stores.mails(clock));
        List<Callable<Void>> others =
                List.of(task(() -> stores.dynamoDb(clients)), task(() -> stores.s3(clients)), task(stores::oidc));
        Future<Optional<AwsAccountStandIn>> account = threads.submit(stores::account);
        for (Future<Void> other : threads.invokeAll(others)) {
            other.get();
        }
        return new StandAlone(clients.get(), meta.get(), account.get(), mails.get(), running.add(engine()));
    }

    private LocalTown open(StandAlone parts) throws Exception {
        var functions = new LocalFunctions(template, parts.engine());
        progress.timed(
                "Page, API and webhook",
                addresses.of(Part.PAGE),
                () -> running.add(Gateway.start(addresses.port(Part.PAGE), template, parts.engine(), stages)));
        parts.account().ifPresent(account -> account.functions().connect(functions::invoke));
        var callers =
                new Callers(functions, parts.clients(), variables.credentials().region());
        callers.connectStreams(running);
        if (options.schedules()) {
            callers.connectSchedules(running, clock);
        }
        if (options.demo() && parts.meta().isPresent()) {
            progress.say("Filling the town with enquiries");
            Demo.fill(parts.meta().get());
        }
        return new LocalTown(
                new LocalTown.Town(
                        addresses,
                        template,
                        clock,
                        log,
                        parts.clients(),
                        functions,
                        stages,
                        parts.meta(),
                        parts.account(),
                        parts.mails()),
                running);
    }

    private Optional<WhatsAppEmulator> meta() throws Exception {
        if (!addresses.isHere(Part.META)) {
            progress.elsewhere("WhatsApp", addresses.of(Part.META));
            return Optional.empty();
        }
        var settings = new EmulatorSettings(
                addresses.port(Part.META),
                addresses.of(Part.PAGE).resolve(variables.webhook()),
                variables.appSecret(),
                variables.accessToken(),
                variables.verifyToken(),
                variables.phoneNumberId(),
                WABA_ID,
                DISPLAY_NUMBER);
        WhatsAppEmulator meta = progress.timed(
                "Citizen's phone (Meta)",
                addresses.of(Part.META),
                () -> running.add(WhatsAppEmulator.start(settings, clock, FIRST_REDELIVERY)));
        if (!variables.isConnected()) {
            meta.setup().startAnew();
        }
        return Optional.of(meta);
    }

    private StoreClients clients() {
        return new StoreClients(variables.credentials(), addresses.of(Part.DYNAMODB), addresses.of(Part.S3));
    }

    private CountingEngine engine() throws IOException {
        var environment = new FunctionEnvironment(variables.functions());
        return new CountingEngine(
                switch (options.engine()) {
                    case IN_PROCESS ->
                        new InProcessEngine(environment, clock, log, template.grants()).waitingBy(options.pause());
                    case CHILD_JVM -> new JvmEngine(options.home(), environment, log);
                });
    }

    private static TownTemplate template(Options options, TownVariables variables) {
        try {
            return TownTemplate.read(Files.readString(options.template()), variables.parameters(), variables.stack());
        } catch (IOException _) {
            throw new StartException("The template was not found: " + options.template());
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    private static Callable<Void> task(Step step) {
        return () -> {
            step.run();
            return null;
        };
    }
}
