package org.sprechstunde.whatsapp.inbound;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sprechstunde.enquiry.Language;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.platform.TextFile;

/** Recognises thanks that say nothing else: a word of thanks in polite company, a lone emoji, a sticker. */
public final class ThanksSpellings {
    private static final int LONGEST = 60;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** Signs of distress, of anger and of a question. */
    private static final Pattern NO_THANKS = Pattern.compile("[?🆘❓❔⁉🚨🔥🚒🚑🚓😡😠🤬😭😢👎🖕]");

    private static final Set<String> THANKS = listed("word.thanks");
    private static final Set<String> COMPANY = listed("company.thanks");

    private ThanksSpellings() {}

    public static boolean isThanks(MessageContent content) {
        return switch (content) {
            case MessageContent.Sticker _ -> true;
            case MessageContent.Text(String body) -> isThanks(body);
            case MessageContent.Media _,
                    MessageContent.Location _,
                    MessageContent.Contacts _,
                    MessageContent.Choice _,
                    MessageContent.Form _,
                    MessageContent.Order _,
                    MessageContent.Template _,
                    MessageContent.Wish _,
                    MessageContent.Unknown _ -> false;
        };
    }

    private static boolean isThanks(String text) {
        if (text.length() > LONGEST || NO_THANKS.matcher(text).find()) {
            return false;
        }
        List<String> words = WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
        return words.isEmpty()
                ? text.codePoints().anyMatch(Character::isEmojiPresentation) || text.contains("\uFE0F")
                : words.stream().anyMatch(THANKS::contains)
                        && words.stream().allMatch(word -> THANKS.contains(word) || COMPANY.contains(word));
    }

    private static Set<String> listed(String key) {
        return Arrays.stream(Language.values())
                .map(language -> TextFile.load("citizen." + language.code()).get(key))
                .flatMap(words -> Stream.of(words.split(" ", -1)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
