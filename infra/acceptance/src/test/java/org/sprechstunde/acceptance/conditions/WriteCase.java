package org.sprechstunde.acceptance.conditions;

/** What a write demands of the table, in a sentence and in code. */
record WriteCase(String sentence, Check check) {
    interface Check {
        /** Fails if the table takes what it must refuse, or the reverse. */
        void in(ConditionTable table);
    }

    @Override
    public String toString() {
        return sentence;
    }
}
