package org.sprechstunde.sweep;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.sprechstunde.enquiry.MediaStore;
import org.sprechstunde.enquiry.Table;
import org.sprechstunde.enquiry.Worklist;
import org.sprechstunde.platform.Failure;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.work.Work;

/** Every five minutes: expired enquiries, then due tasks. Once an hour, on its own schedule, leftovers too. */
public final class SweepFunction implements RequestHandler<ScheduledEvent, @Nullable Void> {
    private static final String LEFTOVERS = "Leftovers";

    private final Clock clock;
    private final Work work;
    private final Worklist worklist;
    private final Expiry expiry;
    private final Leftovers leftovers;

    public SweepFunction() {
        this(Platform.lambda());
    }

    public SweepFunction(Platform platform) {
        Table table = new Table(platform.aws().dynamo(), platform.settings().table());
        MediaStore media =
                new MediaStore(platform.aws().s3(), platform.settings().bucket());
        this.clock = platform.clock();
        this.work = Work.on(platform, platform.secrets());
        this.worklist = new Worklist(table);
        this.expiry = new Expiry(table, platform);
        this.leftovers = new Leftovers(table, media, platform);
    }

    @Override
    public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
        try {
            if (LEFTOVERS.equals(event.getDetailType())) {
                leftovers.forget();
            }
            expiry.forget();
            worklist.dueTasks(clock.instant()).forEach(work::beginDue);
            return null;
        } catch (Exception e) {
            throw Failure.of(e);
        }
    }
}
