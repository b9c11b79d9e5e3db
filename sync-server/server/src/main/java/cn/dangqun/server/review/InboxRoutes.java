package cn.dangqun.server.review;

import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.fact.ReviewItem.Answer;
import cn.dangqun.domain.fact.ReviewItem.Kind;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.attendance.RollDifferences;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.ledger.StreetLedger;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.review.InboxDesk.Order;
import cn.dangqun.server.review.InboxDesk.Outcome;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Owner;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Viewer;
import cn.dangqun.server.web.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// 复核: everything that waits for a decision of the street, of all kinds, on one page.
public final class InboxRoutes implements Routes {
    private static final String DECISIONS = "/review/decisions";

    private final Database database;
    private final Texts texts;
    private final Times times;
    private final InboxDesk desk;
    private final InboxView view;

    public InboxRoutes(
            Database database,
            StreetLedger street,
            ReferenceLedger reference,
            StreetRoster roster,
            Texts texts,
            Times times) {
        var rolls = new RollDifferences(roster);
        this.database = database;
        this.texts = texts;
        this.times = times;
        this.desk = new InboxDesk(database, street, rolls, new Returns(reference, texts, times), times);
        this.view = new InboxView(texts, times, rolls);
    }

    @Override
    public void mount(Entrance entrance) {
        entrance.menu(InboxQuestion.PATH, "review.inbox.menu", this::open);
        entrance.page(
                InboxQuestion.PATH,
                new Policy(Right.signedIn(), Subtree.filtered(), Trace.fullNames(Action.FULL_NAMES_SHOWN)),
                visit -> page(200, visit, ""));
        entrance.action(
                DECISIONS,
                new Policy(
                        Right.of(Permission.SETTLE_RECORDS),
                        Subtree.of(InboxRoutes::owner),
                        Trace.deed(Action.ITEM_DECIDED, Action.ITEM_REOPENED)),
                this::decide);
    }

    private int open(Viewer viewer) {
        // what was given back waits for those who write, not for those who gave it back
        boolean writes = viewer.may(Permission.KEEP_MINUTES) && !viewer.may(Permission.SETTLE_RECORDS);
        return database.read(handle -> {
            int open = new InboxReader(handle, viewer.scope(), times.now()).open();
            return writes
                    ? open
                            + new ReviewedReader(handle, times.now())
                                    .returned(viewer.scope()).values().stream()
                                            .mapToInt(each -> each)
                                            .sum()
                    : open;
        });
    }

    private static Owner owner(Handle handle, Visit visit) {
        return item(visit)
                .map(item -> new CaseReader(handle)
                        .organization(item)
                        .<Owner>map(id -> new Owner.Organization(new OrganizationId(id)))
                        .orElseGet(Owner.Street::new))
                .orElseGet(Owner.Nobody::new);
    }

    private static Optional<ReviewItem> item(Visit visit) {
        return ReviewItem.read(visit.form("kind"), visit.form("item"));
    }

    private Reply page(int status, Visit visit, String problem) {
        var model = database.read(handle -> view.write(handle, visit, problem));
        return new Reply.Page(status, "review/inbox", texts.get("review.inbox.title"), Map.of("inbox", model));
    }

    private Reply decide(Visit visit) {
        var item = item(visit);
        if (item.isEmpty()) {
            return new Reply.NotFound();
        }
        var code = visit.form("answer");
        var reason = visit.form("reason").strip();
        boolean asksForWords = code.equals(Answer.RETURNED.name()) || item.get().kind() == Kind.PARKED;
        if (reason.isEmpty() && asksForWords && !code.equals(Answer.REOPENED.name())) {
            return page(422, visit, texts.get("review.inbox.noteMissing"));
        }
        if (reason.length() > InboxDesk.LONGEST_REASON) {
            return page(422, visit, texts.get("review.inbox.noteLong", InboxDesk.LONGEST_REASON));
        }
        var member = member(visit);
        if (code.equals(Choices.MATCH) && member.isEmpty()) {
            return page(422, visit, texts.get("review.inbox.memberUnknown"));
        }
        var order = new Order(
                item.get(),
                code,
                member,
                reason.isEmpty() ? texts.get("review.inbox.noReason") : reason,
                visit.form("seen"));
        return switch (desk.decide(order, visit.viewer(), Actor.of(visit))) {
            case Outcome.Done() -> new Reply.SeeOther(after(visit, item.get()));
            case Outcome.Overtaken(var by) ->
                page(
                        409,
                        visit,
                        by.map(each -> texts.get(
                                        "review.inbox.overtaken",
                                        new InboxPage(texts, times)
                                                .decision(item.get().kind(), each)))
                                .orElseGet(() -> texts.get("review.inbox.overtakenUndone")));
            case Outcome.OwnMatter() -> page(422, visit, texts.get("review.inbox.ownMatter"));
            case Outcome.Impossible() -> page(422, visit, texts.get("review.inbox.impossible"));
        };
    }

    /// By number, or by the whole name if only one is called so.
    private Optional<MemberId> member(Visit visit) {
        var asked = visit.form("member").strip();
        return asked.isEmpty()
                ? Optional.empty()
                : database.read(handle -> {
                    var scope = visit.viewer().scope();
                    var found = handle.createQuery("SELECT m.id FROM member m JOIN organization o ON o.street = 1"
                                    + " AND o.id = m.branch WHERE m.street = 1 AND (m.id = :asked OR m.id IN"
                                    + " (SELECT w.member FROM member_word w JOIN member n ON n.street = 1"
                                    + " AND n.id = w.member AND n.name = :asked WHERE w.street = 1 AND w.word = :word))"
                                    + " AND " + scope.inside("o.path"))
                            .bind("asked", asked)
                            .bind("word", Pinyin.plain(asked))
                            .bind("prefix", scope.pathPrefix(handle))
                            .bind("after", scope.pathAfter(handle))
                            .mapTo(String.class)
                            .set();
                    return found.size() == 1
                            ? Optional.of(new MemberId(found.iterator().next()))
                            : Optional.<MemberId>empty();
                });
    }

    /// The same list, where the next one has moved to the place of this one.
    private static String after(Visit visit, ReviewItem item) {
        var address = InboxQuestion.of(visit).address();
        return address + (address.contains("?") ? "&" : "?") + "done="
                + URLEncoder.encode(item.kind() + " " + item.key(), StandardCharsets.UTF_8)
                + (visit.form("place").matches("\\d{1,2}") ? "&at=" + visit.form("place") : "")
                + (visit.fullNames() ? "&names=full" : "");
    }
}
