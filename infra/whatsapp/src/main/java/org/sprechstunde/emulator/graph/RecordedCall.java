package org.sprechstunde.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One call of the town's.
 *
 * @param route the template, without anybody's ids
 * @param status 0 if the connection was closed without an answer
 * @param body the JSON that came; missing for forms and where nothing came
 */
public record RecordedCall(String method, String route, int status, Instant at, JsonNode body) {}
