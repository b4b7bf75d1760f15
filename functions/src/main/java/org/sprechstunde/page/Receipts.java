package org.sprechstunde.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.sprechstunde.enquiry.ErasureCode;
import org.sprechstunde.platform.ApiRequest;
import org.sprechstunde.platform.ApiResponse;
import org.sprechstunde.platform.Lazy;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.ErasureLookup;

/** {@code /quittung}: tells whoever has a code whether all was erased. The code comes in a body, for addresses are kept. */
final class Receipts {
    private static final int LONGEST_FORM = 200;

    private final ReceiptPage page;
    /** Made for the first who asks for a code: whoever opens the mayor's page waits for no client of DynamoDB's. */
    private final Lazy<ErasureLookup> lookup;

    private Receipts(Services services) {
        this.lookup = new Lazy<>(() -> new ErasureLookup(services));
        this.page = new ReceiptPage(
                services.platform().settings(), services.platform().clock());
    }

    /** Empty where the town keeps no log of erasures. */
    static Optional<Receipts> of(Services services) {
        return services.platform().settings().erasureLogKey().map(_ -> new Receipts(services));
    }

    ApiResponse answer(ApiRequest request) {
        return request.route().startsWith("POST ")
                ? answer(request.body().length > LONGEST_FORM ? "" : new String(request.body(), StandardCharsets.UTF_8))
                : page.asking(language(request));
    }

    private ApiResponse answer(String form) {
        String language = field(form, "language").filter("en"::equals).orElse("de");
        return field(form, "code")
                .flatMap(ErasureCode::parse)
                .map(code -> page.answering(language, lookup.get().of(code)))
                .orElseGet(() -> page.malformed(language));
    }

    /** As the link says, else as the browser says, else German. */
    private static String language(ApiRequest request) {
        String wanted = Optional.ofNullable(request.query().get("language"))
                .or(() -> request.header("accept-language"))
                .orElse("de");
        return wanted.isEmpty() || wanted.startsWith("de") ? "de" : "en";
    }

    private static Optional<String> field(String form, String name) {
        return Arrays.stream(form.split("&", -1))
                .filter(field -> field.startsWith(name + "="))
                .findFirst()
                .flatMap(field -> decoded(field.substring(name.length() + 1)));
    }

    /** What a browser would never send is no field. */
    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
