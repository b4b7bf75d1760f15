package org.sprechstunde.acceptance.build;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Order;

/**
 * Classes by their {@code @Order}: what takes minutes begins first, else everything waits for it at the end. A search that may
 * take the time that is left comes last, and before all others where it only does its least. To any orderer but its own JUnit
 * says of each {@code @Order} that it is of no use.
 */
public final class LongestFirst extends ClassOrderer.OrderAnnotation {
    private static final int SEARCHES = SearchTime.LAST - 1;

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparingInt(LongestFirst::place));
    }

    private static int place(ClassDescriptor testClass) {
        int order = testClass.findAnnotation(Order.class).map(Order::value).orElse(Order.DEFAULT);
        return order >= SEARCHES && !SearchTime.isGiven() ? order - SearchTime.LAST : order;
    }
}
