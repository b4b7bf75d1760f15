package org.sprechstunde.local.stores;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Calls one function with an event. */
@FunctionalInterface
public interface Invoker {

    /** True if the function took the event; false if it failed or timed out. */
    boolean invoke(ObjectNode event);
}
