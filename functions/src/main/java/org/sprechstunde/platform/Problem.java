package org.sprechstunde.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What can be wrong with a request (RFC 9457): a fixed list, so that no input finds its way into an answer. */
public enum Problem {
    BAD_REQUEST(400, "bad-request", "Bad request"),
    BAD_SIGNATURE(401, "bad-signature", "Bad signature"),
    NOT_ADMITTED(403, "not-admitted", "This login may not work here"),
    NOT_FOUND(404, "not-found", "Not found"),
    SECRET_ADDRESS(404, "secret-address", "Elsewhere"),
    WINDOW_CLOSED(409, "window-closed", "WhatsApp's window is closed"),
    SENDER_UNKNOWN(409, "sender-unknown", "Nobody knows who wrote it"),
    LINKED(409, "linked", "Another enquiry of the same person is open"),
    CHANGED(409, "changed", "Something has come since"),
    NOTE_CHANGED(409, "note-changed", "Somebody else has written the note meanwhile"),
    ANSWERED(409, "answered", "Somebody else has answered meanwhile"),
    CANNED_CHANGED(409, "canned-changed", "Canned replies were saved elsewhere meanwhile"),
    ERASED(410, "erased", "Erased meanwhile"),
    ATTACHMENT_GONE(409, "attachment-gone", "Attachment gone"),
    ATTACHMENT_TOO_LARGE(413, "attachment-too-large", "Attachment too large"),
    ATTACHMENT_TYPE(415, "attachment-type", "Attachment of another type"),
    TOO_LARGE(413, "too-large", "Too large"),
    NOT_UNCLEAR(409, "not-unclear", "It is known what became of it"),
    SEEN_REQUIRED(428, "seen-required", "What was seen must be said"),
    NO_SUCH_DAY(422, "no-such-day", "Not a time before the deletion"),
    NOT_AN_EMOJI(422, "not-an-emoji", "Not an emoji"),
    INVALID_TEXT(422, "invalid-text", "Invalid text"),
    UNKNOWN_QUOTE(422, "unknown-quote", "Quoted message unknown"),
    UNKNOWN_PERSON(422, "unknown-person", "Nobody who has logged in"),
    UNKNOWN_TEMPLATE(422, "unknown-template", "Template unknown"),
    IDEMPOTENCY_MISMATCH(422, "idempotency-mismatch", "Key used for another text"),
    ATTACHMENT_NOT_TAKEN(502, "attachment-not-taken", "WhatsApp has not taken the attachment"),
    NOT_TAKEN(502, "not-taken", "WhatsApp has not taken it");

    private static final TextFile DETAILS = TextFile.load("problems");

    private final int status;
    private final String name;
    private final String title;

    Problem(int status, String name, String title) {
        this.status = status;
        this.name = name;
        this.title = title;
    }

    int status() {
        return status;
    }

    ObjectNode toJson() {
        return Json.object()
                .put("type", "urn:sprechstunde:problem:" + name)
                .put("title", title)
                .put("status", status)
                .put("detail", DETAILS.get(name));
    }
}
