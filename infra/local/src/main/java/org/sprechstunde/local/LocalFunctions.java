package org.sprechstunde.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.sprechstunde.local.engine.CountingEngine;
import org.sprechstunde.local.engine.Engine.Outcome;
import org.sprechstunde.local.stores.Invoker;
import org.sprechstunde.local.template.FunctionSpec;
import org.sprechstunde.local.template.TownTemplate;

/** The template's functions, ready to be called. */
record LocalFunctions(TownTemplate template, CountingEngine engine) {

    Outcome invoke(String logicalId, byte[] event) {
        return engine.invoke(template.function(logicalId), event);
    }

    /** For callers that only need to know whether it worked, as streams and schedules do. */
    Invoker invoker(FunctionSpec function) {
        return event -> engine.invoke(function, bytes(event)) instanceof Outcome.Answered;
    }

    private static byte[] bytes(ObjectNode event) {
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }
}
