package cn.dangqun.kiosk.request;

import cn.dangqun.config.catalogue.CatalogueReader;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.ReceiptNumber;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.domain.request.RequestStage;
import cn.dangqun.domain.request.RequestStanding;
import cn.dangqun.domain.request.RequestState;
import cn.dangqun.domain.request.RequestStep;
import cn.dangqun.kiosk.shell.Samples;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// What a test says of requests; notes what was filed and rated.
public final class FakeRequests {
    static final String ID = "00000016df1c2a9b";
    static final LocalDate TODAY = LocalDate.of(2026, 11, 10);

    List<ServiceItem> services = List.of();
    Optional<RequestOffer.Responder> responder = Optional.empty();
    Optional<FileOutcome> refused = Optional.empty();
    StatusAnswer answer = new StatusAnswer.Unreadable();
    RateOutcome rated = RateOutcome.DONE;
    /// Empty: the printer never answers
    Optional<Handover> paper = Optional.empty();
    boolean slow;

    final List<Wish> filed = new ArrayList<>();
    final List<String> asked = new ArrayList<>();

    public void reset() {
        services = CatalogueReader.shipped().services();
        responder = Optional.of(new RequestOffer.Responder("s-1", "样例甲", "综合窗口"));
        refused = Optional.empty();
        answer = new StatusAnswer.Known(standing(RequestStage.IN_PROGRESS, false));
        rated = RateOutcome.DONE;
        paper = Optional.of(Handover.PRINTED);
        slow = false;
        filed.clear();
        asked.clear();
    }

    static RequestStanding standing(RequestStage stage, boolean rated) {
        return new RequestStanding(
                ID,
                RequestKind.AGENCY,
                new OrganizationId("community"),
                "低保、临时救助申请与年审（示例）",
                TODAY.minusDays(3),
                new RequestState(
                        stage,
                        Answerer.staff("s-1"),
                        Optional.empty(),
                        Optional.of(TODAY.plusDays(12)),
                        stage.isClosed() ? Optional.of(Samples.NOW) : Optional.empty(),
                        0,
                        !stage.isClosed()),
                "样例甲",
                rated,
                Samples.NOW);
    }

    public RequestFeature feature() {
        return new RequestFeature(services(), () -> {});
    }

    public RequestServices services() {
        return new RequestServices(
                new RequestDesk() {
                    @Override
                    public RequestOffer offer() {
                        return new RequestOffer(services, responder, TODAY);
                    }

                    @Override
                    public CompletableFuture<FileOutcome> file(Wish wish) {
                        if (slow) {
                            return new CompletableFuture<>();
                        }
                        filed.add(wish);
                        return CompletableFuture.completedFuture(
                                refused.orElseGet(() -> new FileOutcome.Filed(receipt(wish))));
                    }

                    @Override
                    public StatusAnswer status(ReceiptNumber number) {
                        asked.add(number.digits());
                        return answer;
                    }

                    @Override
                    public CompletableFuture<RateOutcome> rate(ReceiptNumber number, int stars) {
                        asked.add(number.digits() + " " + stars);
                        return CompletableFuture.completedFuture(rated);
                    }
                },
                nothing(),
                _ -> paper.map(CompletableFuture::completedFuture).orElseGet(CompletableFuture::new));
    }

    private static RequestWork nothing() {
        return new RequestWork() {
            @Override
            public List<RequestStanding> here() {
                return List.of();
            }

            @Override
            public Optional<RequestStanding> one(String request) {
                return Optional.empty();
            }

            @Override
            public List<RequestStep> acts(RequestStanding standing, String staff) {
                return List.of();
            }

            @Override
            public boolean mayOpen(RequestStanding standing, String staff) {
                return false;
            }

            @Override
            public List<RequestOffer.Responder> others(RequestStanding standing) {
                return List.of();
            }

            @Override
            public CompletableFuture<WorkOutcome> advance(Act act, Predicate<RequestStanding> seen, String staff) {
                return CompletableFuture.completedFuture(WorkOutcome.STANDS);
            }

            @Override
            public CompletableFuture<Opened> open(String request, String staff) {
                return CompletableFuture.completedFuture(new Opened.NotHere());
            }
        };
    }

    private Receipt receipt(Wish wish) {
        var service = services.stream()
                .filter(each -> wish.service().filter(each.id()::equals).isPresent())
                .findFirst();
        return new Receipt(
                ReceiptNumber.of(ID),
                wish.kind(),
                service.map(ServiceItem::name).orElse(""),
                Samples.NOW,
                service.flatMap(each -> LedgerRequestDesk.due(each, TODAY)),
                "样例甲",
                !wish.resident().phone().isEmpty());
    }
}
