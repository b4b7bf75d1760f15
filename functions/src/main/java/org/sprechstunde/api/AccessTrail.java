package org.sprechstunde.api;

import java.util.Optional;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.platform.ApiRequest;
import org.sprechstunde.platform.ApiResponse;
import org.sprechstunde.platform.KeyedHash;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;

/**
 * Which login did what with which enquiry: where a login was stolen, this tells what was read by it. A login is named by
 * a keyed hash of its subject, and nothing of a citizen's is said.
 */
public final class AccessTrail {
    /** From here on nothing was told: 304 says that the page has it already, and was noted when it got it. */
    private static final int NOTHING_TOLD = 300;

    private final Secrets secrets;

    public AccessTrail(Services services) {
        this.secrets = services.secrets();
    }

    /** What a login can do. */
    public enum Act {
        LISTED,
        OPENED,
        ANSWERED,
        RESOLVED
    }

    /** Who asks, and for which enquiry; known before anything is done, so that nothing is done that cannot be noted. */
    public record Visit(KeyedHash login, Optional<RandomId> enquiry) {

        /** Notes it unless nobody learned anything. */
        public ApiResponse noted(Act act, ApiResponse response) {
            if (response.status() < NOTHING_TOLD) {
                LogField what = LogField.what(act);
                LogField who = LogField.login(login);
                enquiry.ifPresentOrElse(
                        id -> Log.event(LogEvent.MAYOR_ACTED, what, who, LogField.enquiry(id)),
                        () -> Log.event(LogEvent.MAYOR_ACTED, what, who));
            }
            return response;
        }
    }

    public Visit visit(ApiRequest request) {
        return new Visit(
                Pseudonyms.current(secrets).login(request.login()),
                RandomId.parse(request.pathParameters().getOrDefault("id", "")));
    }
}
