package org.sprechstunde.local.template;

import java.util.List;

/** A topic of SNS, and the addresses that get its messages by e-mail. */
public record TopicSpec(String arn, List<String> emails) {}
