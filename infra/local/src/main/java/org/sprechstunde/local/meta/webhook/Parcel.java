package org.sprechstunde.local.meta.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.sprechstunde.local.meta.faults.Where;

/**
 * One webhook on its way.
 *
 * @param kind {@link Where#WEBHOOK} or {@link Where#STATUS_WEBHOOK}
 * @param lanes parcels that share a lane arrive one after the other
 * @param accepted what to do once the town has answered 200
 */
public record Parcel(Where kind, ObjectNode body, Set<String> lanes, Runnable accepted) {

    public Parcel {
        lanes = Set.copyOf(lanes);
    }
}
