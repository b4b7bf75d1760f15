package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/** What WhatsApp tells about the town's account in fields of its own, and an admin must know. Only which, never what. */
public enum AccountNotice {
    ACCOUNT,
    ALERT,
    CAPABILITY,
    /** The number is shared with the WhatsApp Business app: that makes copies of conversations. */
    COEXISTENCE,
    /** Somebody tries to call a number that takes no calls. */
    CALL,
    NAME,
    PAYMENT,
    QUALITY,
    SECURITY,
    /** An agent of Meta's answers the citizens, whose messages do not come to us any more. */
    STANDBY,
    TEMPLATE,
    /** A template of the town cannot be sent any more, or soon will not. */
    TEMPLATE_STOPPED;

    private static final Set<String> STOPPED =
            Set.of("ARCHIVED", "DELETED", "DISABLED", "FLAGGED", "LOCKED", "PAUSED", "REJECTED");

    static Optional<AccountNotice> of(JsonNode change) {
        return Optional.ofNullable(
                switch (change.path("field").asText()) {
                    case "account_update", "account_review_update" -> ACCOUNT;
                    case "account_alerts" -> ALERT;
                    case "business_capability_update" -> CAPABILITY;
                    case "history", "smb_app_state_sync", "smb_message_echoes" -> COEXISTENCE;
                    case "calls" -> CALL;
                    case "phone_number_name_update", "business_username_update", "business_username_updates" -> NAME;
                    case "payment_configuration_update" -> PAYMENT;
                    case "phone_number_quality_update" -> QUALITY;
                    case "security" -> SECURITY;
                    case "standby", "messaging_handovers" -> STANDBY;
                    case "message_template_status_update" ->
                        STOPPED.contains(change.at("/value/event").asText()) ? TEMPLATE_STOPPED : TEMPLATE;
                    case "message_template_quality_update",
                            "message_template_components_update",
                            "template_category_update" -> TEMPLATE;
                    default -> null;
                });
    }
}
