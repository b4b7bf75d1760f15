package org.sprechstunde.connect;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the admin reads and types. What is typed hidden is never shown, and answers from a pipe are shown nowhere. */
final class Terminal {
    private final @Nullable Console console;
    private final BufferedReader lines;
    private final PrintStream out;

    private Terminal(@Nullable Console console, InputStream in, PrintStream out) {
        this.console = console;
        this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
    }

    /** The terminal of this process, or its standard input where answers are piped in. */
    @SuppressWarnings("SystemConsoleNull") // not all JDKs agree on what is given to a process without a terminal
    static Terminal ofProcess(InputStream in, PrintStream out) {
        Console found = System.console();
        return new Terminal(found != null && found.isTerminal() ? found : null, in, out);
    }

    static Terminal of(InputStream in, PrintStream out) {
        return new Terminal(null, in, out);
    }

    void say(String line) {
        out.println(line);
    }

    /** One line, or nothing at the end of the input. */
    Optional<String> line(String prompt) {
        prompt(prompt);
        Console terminal = console;
        Optional<String> answer = Optional.ofNullable(terminal == null ? next() : terminal.readLine());
        if (terminal == null) {
            out.println();
        }
        return answer.map(String::strip);
    }

    /** One line that nobody sees being typed. */
    Optional<String> hidden(String prompt) {
        Console terminal = console;
        if (terminal == null) {
            return line(prompt);
        }
        // The console stops showing what is typed before it shows the question.
        return Optional.ofNullable(terminal.readPassword("%s ", prompt))
                .map(String::new)
                .map(String::strip);
    }

    private void prompt(String prompt) {
        out.print(prompt);
        out.print(' ');
        out.flush();
    }

    private @Nullable String next() {
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read", e);
        }
    }
}
