package org.sprechstunde.acceptance.hunt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.atomic.AtomicInteger;

/** What goes wrong between a function and its store. */
interface BadDay {
    /** Nothing. */
    BadDay NONE = _ -> Fate.PASSED;

    /** What happens to one call. */
    enum Fate {
        PASSED,
        /** 500, and nothing happened. */
        REFUSED,
        /** The connection ends, and nothing happened. */
        BROKEN_BEFORE,
        /** It happened, but nobody hears of it. */
        BROKEN_AFTER,
        /** Nothing happens for longer than anybody waits. */
        HELD
    }

    Fate fate(HttpMessage request);

    /** Every {@code n}th call meets its fate, one kind after the other. */
    static BadDay everyNth(int n) {
        var calls = new AtomicInteger();
        Fate[] fates = {Fate.REFUSED, Fate.BROKEN_AFTER, Fate.BROKEN_BEFORE};
        return _ -> {
            int call = calls.incrementAndGet();
            return call % n == 0 ? fates[call / n % fates.length] : Fate.PASSED;
        };
    }

    /** The first call of {@code operation} waits longer than its caller does, and then breaks. */
    static BadDay holding(String operation) {
        var calls = new AtomicInteger();
        BadDay all = refusing(operation);
        return request -> all.fate(request) == Fate.REFUSED && calls.incrementAndGet() == 1 ? Fate.HELD : Fate.PASSED;
    }

    /** All calls to {@code operation} are refused, such as {@code TransactWriteItems}. */
    static BadDay refusing(String operation) {
        return request -> request.header("x-amz-target")
                        .filter(target -> target.endsWith("." + operation))
                        .isPresent()
                ? Fate.REFUSED
                : Fate.PASSED;
    }

    static HttpMessage refusal() {
        byte[] body = "{\"__type\":\"InternalServerError\",\"message\":\"a bad day\"}".getBytes(UTF_8);
        String head =
                "HTTP/1.1 500 Internal Server Error\r\ncontent-type: application/x-amz-json-1.0\r\ncontent-length: "
                        + body.length + "\r\n\r\n";
        return new HttpMessage(head.getBytes(UTF_8), body, body);
    }
}
