package org.sprechstunde.sweep;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.sprechstunde.platform.Failure;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Turns;
import org.sprechstunde.store.Stores;
import org.sprechstunde.store.Worklist;
import org.sprechstunde.work.Ending;
import org.sprechstunde.work.MayorsMail;
import org.sprechstunde.work.Work;

/**
 * Every five minutes: expired enquiries, then due tasks, then reminders. Once an hour, on its own schedule, leftovers too.
 */
public final class SweepFunction implements RequestHandler<ScheduledEvent, @Nullable Void> {
    private static final String LEFTOVERS = "Leftovers";

    private final Clock clock;
    private final Work work;
    private final Worklist worklist;
    private final Expiry expiry;
    private final Reminders reminders;
    private final Leftovers leftovers;

    public SweepFunction() {
        this(Platform.lambda());
    }

    public SweepFunction(Platform platform) {
        Stores stores = Stores.of(platform);
        Secrets secrets = platform.secrets();
        this.clock = platform.clock();
        this.work = new Work(stores, platform, secrets);
        this.worklist = new Worklist(stores.table());
        this.expiry = new Expiry(stores, platform, new Ending(stores, platform, secrets));
        this.reminders = new Reminders(stores.table(), platform, new MayorsMail(platform));
        this.leftovers = new Leftovers(stores, platform);
    }

    @Override
    public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
        Turns turns = new Turns();
        turns.take(expiry::forget);
        turns.take(() -> work.beginAllDue(worklist.dueTasks(clock.instant())));
        turns.take(reminders::send);
        if (LEFTOVERS.equals(event.getDetailType())) {
            turns.take(leftovers::forget);
        }
        try {
            turns.end();
            return null;
        } catch (Exception e) {
            throw Failure.of(e);
        }
    }
}
