package org.sprechstunde.local.engine.runtimeapi;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.sprechstunde.local.engine.Engine.Outcome;

/** One event on its way to a function and back. */
record Exchange(String requestId, byte[] event, Instant deadline, CompletableFuture<Outcome> outcome) {}
