package org.sprechstunde.connect;

/**
 * Where WhatsApp delivers.
 *
 * @param api address of the town's API
 * @param stage its stage whose name is secret
 */
record WebhookAddress(String api, String stage) {

    String url() {
        return api + "/" + stage + "/webhook";
    }

    boolean isOfTheSameTown(String callback) {
        return callback.startsWith(api + "/");
    }

    /** For people to read: without the secret. */
    @Override
    public String toString() {
        return api + "/…/webhook";
    }
}
