package org.sprechstunde.acceptance.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;

/** What goes wrong: WhatsApp, the table and the bucket fail at every turn, and the town copes. */
record Trouble(HuntTown town, TappedMayor mayor, Canaries made, Story story) {

    /** A citizen writes on a day when nothing works at the first try; returns the enquiry. */
    String writesOnABadDay(Citizen citizen) {
        var letters = new CanaryMessages(made);
        webhooksMisbehave();
        mediaMisbehaves();
        town.table().suffer(BadDay.everyNth(7));
        town.bucket().suffer(BadDay.everyNth(3));
        town.meta().send(citizen, letters.text("text on a bad day"), letters.picture("picture on a bad day"));
        town.meta().send(citizen, letters.picture("second picture on a bad day"));
        town.table().suffer(BadDay.holding("TransactWriteItems"));
        town.meta().sendText(citizen, made.text("text that waits for the table"));
        story.delivered();
        town.table().suffer(BadDay.NONE);
        town.bucket().suffer(BadDay.NONE);
        String id = story.enquiry(citizen, 2);
        story.sweepUntilQuiet();
        return id;
    }

    /** Answers that fail in every way there is. */
    void answers(Citizen citizen, String enquiry) {
        for (FaultKind faultKind : List.of(
                FaultKind.STATUS_5XX, FaultKind.RATE_LIMIT, FaultKind.PAIR_LIMIT, FaultKind.DROP_AFTER_ACCEPT)) {
            town.meta().faults().add(Fault.once(FaultPoint.MESSAGES, faultKind));
            mayor.reply(enquiry, made.plain("key"), made.text("answer that fails with " + faultKind));
        }
        for (FaultKind faultKind : List.of(FaultKind.WINDOW_CLOSED, FaultKind.FAILED, FaultKind.TOKEN_EXPIRED)) {
            town.meta().faults().add(Fault.once(FaultPoint.MESSAGES, faultKind));
            mayor.reply(enquiry, made.plain("key"), made.text("answer that meets " + faultKind));
        }
        attaches(enquiry);
        String key = made.plain("key used twice");
        String text = made.text("answer sent twice");
        mayor.reply(enquiry, key, text);
        mayor.reply(enquiry, key, text);
        town.table().suffer(BadDay.refusing("TransactWriteItems"));
        mayor.reply(enquiry, made.plain("key on a bad day"), made.text("answer that cannot be stored"));
        town.table().suffer(BadDay.NONE);
        town.meta().faults().clear();
        String first = mayor.open(enquiry).at("/messages/0/id").asText();
        assertThat(mayor.reply(enquiry, made.plain("key of a quote"), made.text("answer that quotes"), first))
                .isEqualTo(201);
        town.meta().faults().add(Fault.once(FaultPoint.MESSAGES, FaultKind.STATUS_5XX));
        mayor.react(enquiry, first, made.emoji("mayor's emoji that fails"));
        assertThat(mayor.react(enquiry, first, made.emoji("mayor's emoji"))).isEqualTo(200);
        assertThat(mayor.react(enquiry, first, made.text("mayor's emoji that is none")))
                .isEqualTo(422);
        town.meta().read(citizen);
        story.delivered();
    }

    /** A file that is sent, one that WhatsApp does not take, and one that no answer ever names. */
    private void attaches(String enquiry) {
        town.meta().faults().clear();
        var form = new CanaryFile(
                "application/pdf",
                made.file("mayor's form", "antrag-zuschuss.pdf"),
                made.text("mayor's file name") + ".pdf");
        assertThat(mayor.reply(enquiry, made.plain("key of a file"), caption(form.upload(mayor, enquiry))))
                .isEqualTo(201);
        var picture = new CanaryFile(
                "image/jpeg", made.file("mayor's picture", "laterne.jpg"), made.text("mayor's picture's name"));
        town.meta().faults().add(Fault.once(FaultPoint.MEDIA_UPLOAD, FaultKind.STATUS_5XX));
        mayor.reply(enquiry, made.plain("key of a file that fails"), caption(picture.upload(mayor, enquiry)));
        town.meta().faults().clear();
        picture.upload(mayor, enquiry);
    }

    private ObjectNode caption(ObjectNode attachment) {
        ObjectNode reply = CanaryMessages.object().put("text", made.text("mayor's caption"));
        reply.set("attachment", attachment);
        return reply;
    }

    /** The mayor resolves while WhatsApp refuses and every second call to the bucket fails. */
    void resolves(String enquiry) {
        town.meta().faults().add(Fault.once(FaultPoint.MESSAGES, FaultKind.STATUS_5XX));
        town.meta().faults().add(Fault.once(FaultPoint.CONTACT_BOOK, FaultKind.DROP_AFTER_ACCEPT));
        town.meta().faults().add(Fault.once(FaultPoint.MEDIA_DELETE, FaultKind.NOT_FOUND));
        town.bucket().suffer(BadDay.everyNth(2));
        mayor.resolve(enquiry);
        town.bucket().suffer(BadDay.NONE);
        town.meta().faults().clear();
    }

    private void webhooksMisbehave() {
        for (FaultKind faultKind : List.of(
                FaultKind.DUPLICATE, FaultKind.BAD_SIGNATURE, FaultKind.STATUS_5XX, FaultKind.DROP_AFTER_ACCEPT)) {
            town.meta().faults().add(Fault.once(FaultPoint.WEBHOOK, faultKind).times(2));
        }
        town.meta()
                .faults()
                .add(Fault.once(FaultPoint.STATUS_WEBHOOK, FaultKind.DUPLICATE).times(3));
    }

    private void mediaMisbehaves() {
        for (FaultKind faultKind : List.of(
                FaultKind.STATUS_5XX, FaultKind.WRONG_HASH, FaultKind.TOKEN_EXPIRED, FaultKind.DROP_AFTER_ACCEPT)) {
            town.meta().faults().add(Fault.once(FaultPoint.MEDIA_LOOKUP, faultKind));
        }
        for (FaultKind faultKind : List.of(FaultKind.TRUNCATE, FaultKind.STATUS_5XX, FaultKind.WRONG_HASH)) {
            town.meta().faults().add(Fault.once(FaultPoint.MEDIA_DOWNLOAD, faultKind));
        }
        town.meta().faults().add(Fault.once(FaultPoint.MEDIA_DELETE, FaultKind.STATUS_5XX));
    }
}
