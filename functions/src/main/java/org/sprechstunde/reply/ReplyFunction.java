package org.sprechstunde.reply;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sprechstunde.api.AccessTrail;
import org.sprechstunde.api.AccessTrail.Act;
import org.sprechstunde.api.MessageJson;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.platform.ApiRequest;
import org.sprechstunde.platform.ApiResponse;
import org.sprechstunde.platform.HttpFunction;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Rehearsal;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.People;
import org.sprechstunde.store.PresignedUrls;

/**
 * {@code POST /api/enquiries/{id}/replies}: one answer per idempotency key, however often it is asked for. Files for it
 * come by {@link AttachmentUploads}; what the mayor says without words, by {@link MayorReactions} and {@link ReadReceipts}, when to be
 * reminded by {@link Postponement}, and what need not be written anew by {@link CannedReplyEditor}. What colleagues tell
 * each other: {@link Introduction}, {@link HandingOver} and {@link NoteWriting}.
 */
public final class ReplyFunction extends HttpFunction {
    private static final Pattern KEY = Pattern.compile("[!-~]{1,64}");

    private final Enquiries enquiries;
    private final ReplySender replySender;
    private final MessageJson view;
    private final AttachmentUploads attachmentUploads;
    private final MayorReactions reactions;
    private final ReadReceipts readReceipts;
    private final Postponement postponement;
    private final HandingOver handingOver;
    private final NoteWriting noteWriting;
    private final Introduction introduction;
    private final People people;
    private final CannedReplyEditor cannedReplyEditor;
    private final Retry retry;
    private final AccessTrail accessTrail;

    public ReplyFunction() {
        this(Platform.lambda());
        rehearse();
    }

    public ReplyFunction(Platform platform) {
        super(platform);
        Services services = new Services(platform);
        var links = new PresignedUrls(platform);
        this.enquiries = Enquiries.of(services);
        this.replySender = new ReplySender(services);
        this.view = new MessageJson(platform.clock(), Optional.of(links));
        this.attachmentUploads = new AttachmentUploads(services, links);
        this.reactions = new MayorReactions(services, view);
        this.readReceipts = new ReadReceipts(services);
        this.postponement = new Postponement(services);
        this.handingOver = new HandingOver(services);
        this.noteWriting = new NoteWriting(services);
        this.introduction = new Introduction(services);
        this.people = People.of(services);
        this.cannedReplyEditor = new CannedReplyEditor(services);
        this.accessTrail = new AccessTrail(services);
        this.retry = new Retry(platform);
    }

    @Override
    protected Rehearsal rehearsal() {
        return Rehearsal.ofEnquiry("POST", "/replies", "{\"revision\":1,\"text\":\"-\"}");
    }

    @Override
    protected ApiResponse answer(ApiRequest request) {
        return switch (request.route()) {
            case AttachmentUploads.ROUTE -> attachmentUploads.answer(request);
            case MayorReactions.ROUTE -> reactions.answer(request);
            case ReadReceipts.ROUTE -> readReceipts.answer(request);
            case Postponement.ROUTE -> postponement.answer(request);
            case HandingOver.ROUTE -> handingOver.answer(request);
            case NoteWriting.ROUTE -> noteWriting.answer(request);
            case Introduction.ROUTE -> introduction.answer(request);
            case CannedReplyEditor.READ -> cannedReplyEditor.read();
            case CannedReplyEditor.SAVE -> cannedReplyEditor.save(request);
            default -> accessTrail.visit(request).noted(Act.ANSWERED, reply(request));
        };
    }

    private ApiResponse reply(ApiRequest request) {
        Optional<String> key = request.header("Idempotency-Key").filter(KEY.asMatchPredicate());
        if (key.isEmpty()) {
            return ApiResponse.problem(Problem.BAD_REQUEST);
        }
        return switch (ReplyRequestParser.parse(request.body())) {
            case ReplyResult.Refused(Problem problem) -> ApiResponse.problem(problem);
            case ReplyRequest replyRequest ->
                RandomId.parse(request.pathParameters().getOrDefault("id", ""))
                        .flatMap(enquiries::find)
                        .map(enquiry -> enquiry.identity().isTold()
                                ? response(
                                        enquiry.id(),
                                        replySender.send(
                                                enquiry,
                                                new ReplySender.Letter(key.get(), replyRequest, people.asking(request)),
                                                retry.within(request.left())))
                                : ApiResponse.problem(Problem.SENDER_UNKNOWN))
                        .orElseGet(() -> ApiResponse.problem(Problem.NOT_FOUND));
        };
    }

    private ApiResponse response(RandomId enquiry, ReplyResult result) {
        return switch (result) {
            case ReplyResult.Sent(Message message) -> ApiResponse.json(201, view.json(enquiry, message));
            case ReplyResult.AlreadySent(Message message) -> ApiResponse.json(200, view.json(enquiry, message));
            case ReplyResult.Refused(Problem problem) -> ApiResponse.problem(problem);
        };
    }
}
