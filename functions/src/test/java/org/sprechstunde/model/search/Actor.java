package org.sprechstunde.model.search;

/** Who acts: from each world to those that it may make of it, one step at a time. */
public interface Actor<W> {
    void steps(W world, Steps<W> steps);
}
