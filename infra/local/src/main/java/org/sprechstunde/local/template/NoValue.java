package org.sprechstunde.local.template;

/** What {@code AWS::NoValue} stands for: the property is not there. */
enum NoValue {
    NO_VALUE
}
