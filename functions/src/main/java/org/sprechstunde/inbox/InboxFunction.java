package org.sprechstunde.inbox;

import org.sprechstunde.api.AccessTrail;
import org.sprechstunde.api.AccessTrail.Act;
import org.sprechstunde.platform.ApiRequest;
import org.sprechstunde.platform.ApiResponse;
import org.sprechstunde.platform.HttpFunction;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Rehearsal;
import org.sprechstunde.platform.Services;

/** {@code GET /api/enquiries} lists, {@code GET /api/enquiries/{id}} opens; {@code GET /api/numbers} counts. */
public final class InboxFunction extends HttpFunction {
    private static final String LIST = "GET /api/enquiries";

    private final EnquiryList enquiryList;
    private final SingleEnquiry singleEnquiry;
    private final TownNumbers townNumbers;
    private final AccessTrail accessTrail;

    public InboxFunction() {
        this(Platform.lambda());
        rehearse();
    }

    public InboxFunction(Platform platform) {
        super(platform);
        Services services = new Services(platform);
        this.enquiryList = new EnquiryList(services);
        this.singleEnquiry = new SingleEnquiry(services);
        this.townNumbers = new TownNumbers(services);
        this.accessTrail = new AccessTrail(services);
    }

    @Override
    protected Rehearsal rehearsal() {
        return Rehearsal.ofEnquiry("GET", "", "");
    }

    @Override
    protected ApiResponse answer(ApiRequest request) {
        if (request.route().equals(TownNumbers.ROUTE)) {
            return townNumbers.answer();
        }
        AccessTrail.Visit visit = accessTrail.visit(request);
        return request.route().equals(LIST)
                ? visit.noted(Act.LISTED, enquiryList.answer(request))
                : visit.noted(Act.OPENED, singleEnquiry.answer(request));
    }
}
