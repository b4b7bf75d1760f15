package org.sprechstunde.connect;

/** The admin must do something first; the text of this key says what went wrong and how to get on. */
final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] fillings;

    Stop(String key, Object... fillings) {
        super(key);
        this.key = key;
        this.fillings = fillings.clone();
    }

    String text(Texts texts) {
        return texts.get(key, fillings);
    }
}
