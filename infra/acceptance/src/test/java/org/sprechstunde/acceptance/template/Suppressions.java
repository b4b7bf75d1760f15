package org.sprechstunde.acceptance.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a linter is told to overlook: few checks, each decided here, each with its reason at the resource. */
final class Suppressions {
    private static final Pattern SKIP = Pattern.compile("checkov:skip=([A-Z0-9_]+):?(.*)");

    private static final Set<String> DECIDED = Set.of(
            "CKV_AWS_7",
            "CKV_AWS_18",
            "CKV_AWS_21",
            "CKV_AWS_28",
            "CKV_AWS_115",
            "CKV_AWS_116",
            "CKV_AWS_117",
            "CKV_AWS_173");

    private static final int A_SENTENCE = 25;

    private Suppressions() {}

    static List<String> unreasoned(WrittenTemplate template) {
        List<String> wrong = new ArrayList<>();
        SKIP.matcher(template.text()).results().forEach(skip -> {
            if (!DECIDED.contains(skip.group(1))) {
                wrong.add(skip.group(1) + " was never decided on");
            }
            if (skip.group(2).length() < A_SENTENCE) {
                wrong.add(skip.group(1) + " is overlooked for no reason");
            }
        });
        return wrong;
    }
}
