package org.sprechstunde.connect;

import java.util.List;

/** The admin must do something first; the text of this key says what went wrong and how to get on. */
final class AdminMustAct extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] fillings;

    AdminMustAct(String key, Object... fillings) {
        super(key);
        this.key = key;
        this.fillings = fillings.clone();
    }

    boolean isAbout(String... keys) {
        return List.of(keys).contains(key);
    }

    String text(ConsoleTexts texts) {
        return texts.get(key, fillings);
    }
}
