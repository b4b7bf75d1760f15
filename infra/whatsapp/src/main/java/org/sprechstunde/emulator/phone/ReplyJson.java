package org.sprechstunde.emulator.phone;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Taps on what the town offered, in the words of the webhook. */
final class ReplyJson {
    private ReplyJson() {}

    static void write(MessageDraft.ButtonReply reply, ObjectNode message) {
        interactive(message, reply.messageId(), "button_reply")
                .put("id", reply.id())
                .put("title", reply.title());
    }

    static void write(MessageDraft.ListReply reply, ObjectNode message) {
        ObjectNode row = interactive(message, reply.messageId(), "list_reply")
                .put("id", reply.id())
                .put("title", reply.title());
        reply.description().ifPresent(description -> row.put("description", description));
    }

    static void write(MessageDraft.QuickReply reply, ObjectNode message) {
        message.putObject("context").put("id", reply.messageId());
        message.put("type", "button")
                .putObject("button")
                .put("payload", reply.payload())
                .put("text", reply.text());
    }

    private static ObjectNode interactive(ObjectNode message, String to, String type) {
        message.putObject("context").put("id", to);
        return message.put("type", "interactive")
                .putObject("interactive")
                .put("type", type)
                .putObject(type);
    }
}
