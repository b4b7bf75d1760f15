package org.sprechstunde.erasure;

import java.time.Clock;
import java.util.Optional;
import org.sprechstunde.enquiry.ErasureRecord;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.RetryPolicy;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.ErasureCodes;
import org.sprechstunde.store.ErasureLog;
import org.sprechstunde.store.ErasureLog.End;
import org.sprechstunde.store.ItemKey;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.TaskItem;

/**
 * Writes the log of erasures: of each one line, by the forget task before it goes, so that none is lost, and by its code, so
 * that none comes twice.
 */
final class ErasureLogbook {
    private final Table table;
    private final ErasureLog erasureLog;
    private final ErasureCodes erasureCodes;
    private final Retry retry;
    private final Clock clock;

    ErasureLogbook(Services services) {
        Platform platform = services.platform();
        this.table = Table.of(services);
        this.erasureLog = new ErasureLog(services);
        this.erasureCodes = ErasureCodes.of(services);
        this.retry = new Retry(platform);
        this.clock = platform.clock();
    }

    /** Writes the line of {@code task}, whose second look has found nothing, if it is to have one and has none. */
    void write(Task.Forget task) {
        task.erasure()
                .logged()
                .filter(logged -> !erasureCodes.isKept(logged.code()))
                .ifPresent(logged -> write(withAnswers(task), logged));
    }

    private void write(ErasureRecord erasure, ErasureRecord.Logged logged) {
        if (retry.until(RetryPolicy.BACKGROUND_WRITERS, () -> attempt(erasure, logged))
                .isEmpty()) {
            throw new Retry.TooManyWriters();
        }
    }

    /** Empty if another line came first. */
    private Optional<Boolean> attempt(ErasureRecord erasure, ErasureRecord.Logged logged) {
        LogLine line = LogLine.of(erasureLog.end(), erasure, logged, clock.instant());
        End end = line.end();
        if (erasureLog.add(line.before(), end, line.text(), erasureCodes.kept(logged.code(), end.line()))
                || erasureCodes.isKept(logged.code())) {
            return Optional.of(true);
        }
        return Optional.empty();
    }

    /** What WhatsApp has answered by now. */
    private ErasureRecord withAnswers(Task.Forget task) {
        return table.get(ItemKey.task(task))
                .map(TaskItem::readForget)
                .orElse(task)
                .erasure();
    }
}
