package org.sprechstunde.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** What a town has answered to {@code infra/setup}: here it can try its own name, hours and texts before it has an account. */
final class TownAnswers {
    /** The rest is about the account, or about a WhatsApp and a login that are not here. */
    private static final Set<String> TRIED_HERE = Set.of(
            "TownName",
            "TownHallHours",
            "TownHallHoursEnglish",
            "CitizenLanguages",
            "OfficeHours",
            "FederalState",
            "ClosedDays",
            "MayorForm",
            "MayorName",
            "WhatsAppStorage",
            "SwitchedOffTexts",
            "PrivacyNoticeUrl",
            "ImprintUrl",
            "FeedbackUrl",
            "RetentionIdleDays",
            "RetentionMaxDays",
            "FormerRetentionMaxDays",
            "NotificationEmail",
            "ReminderHours",
            "Signs");

    private TownAnswers() {}

    /** Nothing if there is no such file yet. */
    static Map<String, String> read(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            Map<String, String> answers = new HashMap<>();
            if (document instanceof Map<?, ?> map) {
                map.forEach((name, value) -> {
                    // As SAM does, which takes what is left out for empty.
                    if (TRIED_HERE.contains(String.valueOf(name))) {
                        answers.put(String.valueOf(name), value == null ? "" : String.valueOf(value));
                    }
                });
            }
            // A notice is to be seen before there is one.
            answers.remove("PrivacyNoticeUrl", "");
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        } catch (YAMLException _) {
            throw new StartException(
                    "What the town has answered cannot be read: mend " + file + ", or run infra/setup.");
        }
    }
}
