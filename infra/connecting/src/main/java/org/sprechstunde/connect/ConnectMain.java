package org.sprechstunde.connect;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command {@code infra/connect}. */
public final class ConnectMain {
    private static final int DONE = 0;
    private static final int SOMETHING_TO_DO = 1;
    private static final int MISUSED = 2;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);

    private ConnectMain() {}

    public static void main(String[] arguments) {
        @SuppressWarnings("SystemOut") // it is a command
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Terminal terminal = Terminal.ofProcess(System.in, out);
        System.exit(run(Arrays.asList(arguments), System.getenv(), terminal, BETWEEN_TRIES));
    }

    /**
     * The same with answers from {@code in}; returns the exit status.
     *
     * @param pause between two looks whether the town knows its new secret
     */
    static int run(
            List<String> arguments, Map<String, String> environment, InputStream in, PrintStream out, Duration pause) {
        return run(arguments, environment, Terminal.of(in, out), pause);
    }

    private static int run(List<String> arguments, Map<String, String> environment, Terminal terminal, Duration pause) {
        Optional<Flags> flags = Flags.of(arguments);
        if (flags.isEmpty()) {
            terminal.say("infra/connect --help");
            return MISUSED;
        }
        ConsoleTexts texts = new ConsoleTexts(flags.get().language());
        Console console = new Console(terminal, texts, flags.get().checkOnly());
        try (AwsAccount aws = new AwsAccount(flags.get().region(), environment)) {
            console.closing(flags.get().checkOnly() ? "opening.check" : "opening");
            new Setup(flags.get(), console, aws, TownFacts.of(environment), pause).run();
            return console.open() == 0 ? DONE : SOMETHING_TO_DO;
        } catch (AdminMustAct adminMustAct) {
            console.stopped(adminMustAct);
        } catch (RuntimeException e) {
            // Nobody foresaw this. Its kind alone is shown: its words might repeat what was typed.
            console.stopped(new AdminMustAct("unforeseen", e.getClass().getSimpleName()));
        }
        console.closing("closing.stopped");
        return SOMETHING_TO_DO;
    }
}
