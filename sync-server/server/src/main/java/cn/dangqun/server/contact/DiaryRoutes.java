package cn.dangqun.server.contact;

import cn.dangqun.domain.request.Answerer;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.contact.ContactReader.Request;
import cn.dangqun.server.contact.ResidentNotes.Note;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Orders;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// 民情日记: what somebody heard and saw, a view of the requests and visits that they were the first to take.
/// One's own alone.
public final class DiaryRoutes implements Routes {
    private static final String DIARY = "/requests/diary";
    private static final int PER_PAGE = 20;
    private static final int USUAL_SPAN = 90;
    private static final Orders<HouseholdModel.Entry> ORDERS = Orders.<HouseholdModel.Entry>of("web.order.dayLast")
            .or("first", "web.order.dayFirst", Comparator.comparing(HouseholdModel.Entry::day));

    private final Database database;
    private final Texts texts;
    private final Times times;
    private final ContactWords words;

    public DiaryRoutes(Database database, Texts texts, Times times) {
        this.database = database;
        this.texts = texts;
        this.times = times;
        this.words = new ContactWords(texts);
    }

    @Override
    public void mount(Entrance entrance) {
        entrance.page(
                DIARY,
                new Policy(Right.of(Permission.HANDLE_REQUESTS), Subtree.filtered(), Trace.look(Action.DIARY_OPENED)),
                this::show);
    }

    private Reply show(Visit visit) {
        var asked = ListQuestion.of(visit, "since", "until", "search", ListQuestion.ORDER);
        var until = Asked.day(asked.filter("until")).orElseGet(times::today);
        var since = Asked.day(asked.filter("since"))
                .filter(each -> !each.isAfter(until))
                .orElseGet(() -> until.minusDays(USUAL_SPAN));
        var own = Answerer.account(visit.viewer().login());
        var model = database.read(handle -> {
            var notes = new ResidentNotes(handle);
            var found = ORDERS.sorted(
                    new ContactReader(handle)
                            .of(own, since, until).stream()
                                    .map(each -> entry(handle, notes, each))
                                    .filter(each -> (each.kind() + each.service() + each.words() + each.outcome())
                                            .contains(asked.filter("search")))
                                    .toList(),
                    asked);
            var question = asked.within(found.size(), PER_PAGE);
            return new HouseholdModel.Diary(
                    new Answerers(handle).name(own),
                    texts.get("contact.diary.span", since, until),
                    since.toString(),
                    until.toString(),
                    question.cut(found, PER_PAGE),
                    asked.filter("search"),
                    ORDERS.choices(texts, question),
                    question.pages(texts, DIARY, found.size(), PER_PAGE));
        });
        return Reply.page("contact/diary", texts.get("contact.diary.title"), Map.of("diary", model));
    }

    private HouseholdModel.Entry entry(Handle handle, ResidentNotes notes, Request request) {
        var steps = new RequestStore(handle).steps(request.id());
        var outcome = steps.isEmpty()
                ? Optional.<String>empty()
                : steps.getLast().words().map(notes::open).map(this::said);
        return new HouseholdModel.Entry(
                request.day().toString(),
                words.kind(request.kind()),
                ContactRoutes.address(request.id()),
                request.service(),
                request.applicant().map(notes::open).map(this::said).orElse(""),
                outcome.filter(each -> !each.isEmpty())
                        .orElseGet(() -> words.stage(request.state().stage())));
    }

    private String said(Note note) {
        return switch (note) {
            case Note.Open(var known) -> known.words();
            case Note.Forgotten() -> texts.get("contact.one.forgotten");
            case Note.Missing() -> texts.get("contact.one.missing");
        };
    }
}
