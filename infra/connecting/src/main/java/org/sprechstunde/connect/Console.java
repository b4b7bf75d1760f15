package org.sprechstunde.connect;

import java.util.Locale;
import java.util.Set;

/** Speaks with the admin: what was found, what was done, how to undo it, what is still to be done. */
final class Console {
    private static final Set<String> YES = Set.of("j", "ja", "y", "yes");

    private final Terminal terminal;
    private final ConsoleTexts texts;
    private final boolean checkOnly;
    private int steps;
    private int open;
    private boolean unseen;

    Console(Terminal terminal, ConsoleTexts texts, boolean checkOnly) {
        this.terminal = terminal;
        this.texts = texts;
        this.checkOnly = checkOnly;
    }

    /** True if nothing may be changed or asked. */
    boolean checkOnly() {
        return checkOnly;
    }

    /** How many points the admin still has to see to. */
    int open() {
        return open;
    }

    void step(String name) {
        steps++;
        terminal.say("");
        terminal.say(steps + ". " + texts.get(name + ".title"));
    }

    /** Right as it is. */
    void good(String key, Object... fillings) {
        say("✓", key, fillings);
    }

    /** Was changed just now; a text {@code key.undo} says how to undo it. */
    void changed(String key, Object... fillings) {
        say("✓", key, fillings);
        say("↶", key + ".undo", fillings);
    }

    /** For the admin to know. */
    void note(String key, Object... fillings) {
        say("·", key, fillings);
    }

    /** Nobody looked there, and the end must not sound as if somebody had. */
    void unseen(String key, Object... fillings) {
        unseen = true;
        note(key, fillings);
    }

    /** Whether something was left out that only people can look at. */
    boolean hasUnseen() {
        return unseen;
    }

    /** For the admin to do. */
    void open(String key, Object... fillings) {
        open++;
        say("!", key, fillings);
    }

    void stopped(AdminMustAct adminMustAct) {
        terminal.say("   ✗ " + indented(adminMustAct.text(texts)));
    }

    void closing(String key, Object... fillings) {
        terminal.say("");
        terminal.say(texts.get(key, fillings));
    }

    /** What the admin types; empty if only Enter. */
    String ask(String key, Object... fillings) {
        return terminal.line("   ? " + indented(texts.get(key, fillings)))
                .orElseThrow(() -> new AdminMustAct("input.ended"));
    }

    /** The same without showing it. */
    String askHidden(String key, Object... fillings) {
        return terminal.hidden("   ? " + indented(texts.get(key, fillings)))
                .orElseThrow(() -> new AdminMustAct("input.ended"));
    }

    /** True only for an express yes. */
    boolean agrees(String key, Object... fillings) {
        return YES.contains(ask(key, fillings).toLowerCase(Locale.ROOT));
    }

    String text(String key, Object... fillings) {
        return texts.get(key, fillings);
    }

    private void say(String mark, String key, Object... fillings) {
        terminal.say("   " + mark + " " + indented(texts.get(key, fillings)));
    }

    private static String indented(String text) {
        return text.replace("\n", "\n     ");
    }
}
