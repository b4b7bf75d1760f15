package org.sprechstunde.sweep;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import org.sprechstunde.erasure.DailySeal;
import org.sprechstunde.platform.HandlerFailure;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.RunAll;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.Worklist;
import org.sprechstunde.tasks.TaskRunner;

/**
 * Every five minutes: expired enquiries, reminders, and which templates WhatsApp takes if it has told of a change. Once an
 * hour, on its own schedule, leftovers, what the indexes do not list, and templates in any case. Then due tasks, for they wait
 * for WhatsApp and for large files, and may take all the time; and once an hour, behind what they have erased, the day's
 * signature under the log of erasures.
 *
 * <p>It reads the schedule's event itself: Lambda's own reader of typed ones loads eight hundred classes for one word.
 */
public final class SweepFunction implements RequestStreamHandler {
    private static final String LEFTOVERS = "Leftovers";

    private final Clock clock;
    private final TaskRunner taskRunner;
    private final Worklist worklist;
    private final Expiry expiry;
    private final Reminders reminders;
    private final Groups groups;
    private final Leftovers leftovers;
    private final TemplateLookup templateLookup;
    private final DailySeal dailySeal;

    public SweepFunction() {
        this(Platform.lambda());
    }

    public SweepFunction(Platform platform) {
        Services services = new Services(platform);
        this.clock = platform.clock();
        this.taskRunner = new TaskRunner(services);
        this.worklist = new Worklist(Table.of(services));
        this.expiry = new Expiry(services);
        this.reminders = new Reminders(services);
        this.groups = new Groups(services);
        this.leftovers = new Leftovers(services);
        this.templateLookup = new TemplateLookup(services);
        this.dailySeal = new DailySeal(services);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream nothing, Context context) throws IOException {
        boolean all =
                Json.read(event.readAllBytes()).path("detail-type").asText().equals(LEFTOVERS);
        RunAll runAll = new RunAll();
        runAll.take(expiry::forget);
        runAll.take(reminders::send);
        if (all) {
            runAll.take(expiry::forgetUnlisted);
            runAll.take(leftovers::forget);
            runAll.take(groups::complete);
            runAll.take(templateLookup::ask);
        } else {
            runAll.take(templateLookup::askIfUnknown);
        }
        runAll.take(() -> taskRunner.beginAllDue(worklist.dueTasks(clock.instant())));
        if (all) {
            runAll.take(dailySeal::seal);
        }
        try {
            runAll.end();
        } catch (Exception e) {
            throw HandlerFailure.of(e);
        }
    }
}
