package org.sprechstunde.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sprechstunde.autoreply.text.CitizenTexts;
import org.sprechstunde.autoreply.text.DisabledAutoReplies;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.DailyUse;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.whatsapp.SendResult;
import org.sprechstunde.whatsapp.WhatsAppClient;
import org.sprechstunde.whatsapp.inbound.GroupMessage;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Declines messages of groups, in the group and at most once a day in each. Nothing depends on it: whatever fails, the
 * delivery is taken, for of such a message nothing is stored.
 */
final class GroupDecline {
    private final Table table;
    private final Secrets secrets;
    private final DailyUse dailyUse;
    private final Clock clock;
    private final WhatsAppClient whatsApp;
    private final String words;
    private final boolean silent;

    GroupDecline(Services services) {
        Platform platform = services.platform();
        this.table = Table.of(services);
        this.secrets = services.secrets();
        this.dailyUse = DailyUse.of(services);
        this.clock = platform.clock();
        this.whatsApp = WhatsAppClient.of(services);
        // Everybody in it reads this, whatever they speak.
        this.words = CitizenTexts.of(services).in(Optional.empty()).get(AutoReply.GROUP_DECLINED);
        this.silent = DisabledAutoReplies.of(platform.settings()).includes(AutoReply.GROUP_DECLINED);
    }

    /** The groups that want an answer, each once; as lists, that they may be answered side by side. */
    Collection<List<GroupMessage>> of(List<GroupMessage> messages) {
        return silent
                ? List.of()
                : messages.stream()
                        .collect(Collectors.groupingBy(GroupMessage::group))
                        .values();
    }

    /** Noted down first, so that no two functions say it; a function that dies in between has told nobody. */
    void decline(GroupMessage message) {
        Instant now = clock.instant();
        String group = message.group();
        try {
            Pseudonyms pseudonyms = Pseudonyms.current(secrets);
            String sender = pseudonyms.citizen(message.sender().stableId());
            if (table.update(SeenMark.groupTold(pseudonyms.group(group), now))
                    && dailyUse.take(sender, DailyUse.Kind.AUTO_REPLY)) {
                Log.event(
                        switch (whatsApp.sendToGroup(group, words)) {
                            case SendResult.Accepted _ -> LogEvent.GROUP_TOLD;
                            case SendResult.Refused _, SendResult.Unclear _ -> LogEvent.GROUP_NOT_TOLD;
                        });
            }
        } catch (SdkException e) {
            Log.event(LogEvent.GROUP_NOT_TOLD, LogField.cause(e));
        }
    }
}
