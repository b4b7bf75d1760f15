package org.sprechstunde.emulator.graph;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.sprechstunde.emulator.webhook.Endpoint;

/** What a town's admin sets up at Meta once: number, token, subscription and webhook. Stands finished at first. */
public final class AccountState {
    private static final String MESSAGES = "messages";
    private static final List<String> PERMISSIONS =
            List.of("whatsapp_business_management", "whatsapp_business_messaging");

    private final Ids ids;
    private final Endpoint endpoint;
    private TownNumber number = new TownNumber("LIVE", true, true, Storage.DEFAULT, "246810");
    private Token token = new Token(0, PERMISSIONS, true);
    private boolean subscribed = true;
    private Optional<Webhook> webhook;
    private final TemplateReview templates;
    private final NumberHealth health = new NumberHealth();
    private final NumberProfile profile = new NumberProfile();

    /** Who is who at Meta, and what proves it. */
    public record Ids(String app, String appSecret, String accessToken, String account, String number, String display) {
        String appToken() {
            return app + "|" + appSecret;
        }
    }

    /**
     * The town's number.
     *
     * @param mode {@code LIVE}, or {@code SANDBOX} for a number that Meta lends for tests
     * @param confirmed by the code that Meta calls with; only then it can be registered
     * @param pin six digits that registering asks for
     */
    public record TownNumber(String mode, boolean registered, boolean confirmed, Storage storage, String pin) {
        TownNumber with(boolean isRegistered, Storage newStorage, String newPin) {
            return new TownNumber(mode, isRegistered, confirmed, newStorage, newPin);
        }
    }

    /** Where Meta keeps messages, in Meta's words. */
    public record Storage(String status, Optional<String> region) {
        static final Storage DEFAULT = new Storage("DEFAULT", Optional.empty());
    }

    /**
     * What Meta knows of the access token.
     *
     * @param expiresAt seconds since 1970, 0 for never
     * @param namesAccount false for a token that is not bound to single accounts
     */
    public record Token(long expiresAt, List<String> scopes, boolean namesAccount) {}

    /** Where the app wants its news, and which. */
    public record Webhook(URI callback, List<String> fields) {}

    public AccountState(Ids ids, Endpoint endpoint, TemplateReview templates) {
        this.ids = ids;
        this.templates = templates;
        this.endpoint = endpoint;
        this.webhook = Optional.of(new Webhook(endpoint.webhook(), List.of(MESSAGES)));
    }

    /** As Meta leaves it to a new customer: the number is confirmed, and nothing else is done. */
    public synchronized void startAnew() {
        number = number.with(false, Storage.DEFAULT, "");
        subscribed = false;
        webhook = Optional.empty();
        templates.startAnew();
        profile.startAnew();
        endpoint.open(false);
    }

    /** The account's message templates. */
    public TemplateReview templates() {
        return templates;
    }

    /** What keeps the number from sending. */
    public NumberHealth health() {
        return health;
    }

    /** What citizens read of the number. */
    public NumberProfile profile() {
        return profile;
    }

    public Ids ids() {
        return ids;
    }

    public synchronized TownNumber number() {
        return number;
    }

    public synchronized void number(TownNumber changed) {
        number = changed;
    }

    public synchronized Token token() {
        return token;
    }

    public synchronized void token(Token changed) {
        token = changed;
    }

    public synchronized boolean isSubscribed() {
        return subscribed;
    }

    public synchronized Optional<Webhook> webhook() {
        return webhook;
    }

    synchronized void subscribe() {
        subscribed = true;
        openIfWanted();
    }

    /** The app wants these fields, too, at {@code callback}. */
    synchronized void webhook(URI callback, List<String> fields) {
        TreeSet<String> all = new TreeSet<>(fields);
        webhook.ifPresent(known -> all.addAll(known.fields()));
        webhook = Optional.of(new Webhook(callback, List.copyOf(all)));
        openIfWanted();
    }

    /** Meta delivers only if the account is subscribed and the app wants messages. */
    private void openIfWanted() {
        endpoint.open(subscribed
                && webhook.filter(wanted -> wanted.fields().contains(MESSAGES)).isPresent());
    }
}
