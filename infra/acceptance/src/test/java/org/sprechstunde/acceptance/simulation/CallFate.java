package org.sprechstunde.acceptance.simulation;

/** What becomes of one remote call. */
enum CallFate {
    PASS,
    /** It fails and has done nothing. */
    FAIL_BEFORE,
    /** It has done its work, and its answer is lost. */
    FAIL_AFTER,
    /** The function dies before it calls. */
    KILL,
    /** It does a part and says so: items left unprocessed, keys not deleted, an index that lags; or it is throttled. */
    PARTLY
}
