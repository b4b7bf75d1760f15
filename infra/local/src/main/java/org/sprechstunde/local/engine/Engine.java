package org.sprechstunde.local.engine;

import org.sprechstunde.local.template.FunctionSpec;

/** Something that runs functions. */
public interface Engine extends AutoCloseable {

    /** Hands {@code event}, a JSON text in UTF-8, to the function and waits for what becomes of it. */
    Outcome invoke(FunctionSpec function, byte[] event);

    @Override
    void close();

    /** What became of an invocation. */
    sealed interface Outcome {
        /** The function returned; {@code bytes} are what it wrote. */
        record Answered(byte[] bytes) implements Outcome {}

        /** The function threw; {@code exception} is its class and nothing more. */
        record Failed(String exception) implements Outcome {}

        /** The function took longer than it may. */
        record TimedOut() implements Outcome {}
    }
}
