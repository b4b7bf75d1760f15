package org.sprechstunde.emulator.variants;

/**
 * A habit of WhatsApp's that was reported of other systems. Nobody outside Meta can know which are real, so a town must
 * do its work under each of them.
 */
public enum Variant {
    /**
     * Look-up and deletion of a file are refused with code 100 where they name the town's number, and granted where they do
     * not. Chatwoot, pull request 13319.
     */
    NUMBER_REFUSED,

    /** Deletions answer 200 and {@code success:false}: the documented shape, and Meta does not say when. */
    DELETE_DENIED,

    /** Deletions meet something in between that answers 404 in HTML, as proxies and load balancers do. */
    DELETE_LOST_IN_BETWEEN,

    /** Deletions are refused with code 100 and no subcode: a wrong parameter, not a missing object. */
    DELETE_PARAMETER_REFUSED,

    /** Deletions answer code 100 with subcode 33, for there is no such object any more. Meta's error reference. */
    DELETE_FINDS_NOTHING,

    /**
     * Statuses come without {@code biz_opaque_callback_data}: a third party's page promises it for sent, delivered and read
     * alone.
     */
    NO_CALLBACK_DATA,

    /** Statuses arrive before the answer to the call that sent the message. djdang3r/whatsapp-api-manager, pull request 102. */
    STATUS_FIRST,

    /** Every other message is refused with code 190 under HTTP 400 and not under 401. Meta's error reference names both. */
    TOKEN_REFUSED_AS_400,

    /** Every other message is refused with 429 by something in front that knows no codes. */
    TOO_MANY_WITHOUT_CODE,

    /** Of three messages two are refused with 503 and code 2, "service temporarily unavailable". Meta's error reference. */
    UNAVAILABLE_TWICE,

    /** Every other message is refused for its rate, with {@code Retry-After}. HTTP, RFC 9110, 10.2.3. */
    RETRY_AFTER,

    /** At each place every other answer breaks off midway, though what was asked for is done. courier and Chatwoot both guard against it. */
    ANSWER_CUT,

    /**
     * Whatever comes on a connection that was used before is not read: the other end has closed it. lambda-web-adapter,
     * issue 830; datadog-lambda-extension, pull request 1248.
     */
    DEAD_WHEN_REUSED
}
