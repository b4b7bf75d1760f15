package org.sprechstunde.emulator.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.sprechstunde.emulator.faults.FaultPoint;

/**
 * One webhook on its way.
 *
 * @param kind {@link FaultPoint#WEBHOOK} or {@link FaultPoint#STATUS_WEBHOOK}
 * @param lanes parcels that share a lane arrive one after the other
 * @param accepted what to do once the town has answered 200
 */
public record WebhookDelivery(FaultPoint kind, ObjectNode body, Set<String> lanes, Runnable accepted) {

    public WebhookDelivery {
        lanes = Set.copyOf(lanes);
    }
}
