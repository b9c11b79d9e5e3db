package cn.dangqun.server.attendance;

import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.attendance.DifferenceModel.Choice;
import cn.dangqun.server.attendance.DifferenceModel.Filter;
import cn.dangqun.server.attendance.DifferenceModel.Row;
import cn.dangqun.server.attendance.RollDifference.Kind;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Views;
import cn.dangqun.server.web.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// 名册差异: who stands otherwise on a frozen roll than the roster says now, person by person. Looking changes nothing.
public final class DifferenceRoutes implements Routes {
    static final int PER_PAGE = 50;
    private static final String PAGE = "/roll-differences";
    private static final int LONGEST_SEARCH = 40;

    private final Database database;
    private final DifferenceReader reader;
    private final Texts texts;
    private final Times times;

    public DifferenceRoutes(Database database, StreetRoster roster, Views views, Times times) {
        this.database = database;
        this.reader = new DifferenceReader(roster);
        this.texts = views.texts();
        this.times = times;
    }

    @Override
    public void mount(Entrance entrance) {
        entrance.menu(PAGE, "attendance.difference.menu");
        entrance.page(
                PAGE,
                new Policy(Right.signedIn(), Subtree.filtered(), Trace.none("names are masked")),
                visit -> Reply.page(
                        "attendance/differences",
                        texts.get("attendance.difference.title"),
                        Map.of("differences", model(visit))));
    }

    private record Question(YearMonth month, Optional<Kind> kind, String search, boolean oldestFirst, int page) {
        static Question of(Visit visit, YearMonth thisMonth) {
            return new Question(
                    visit.query("month").flatMap(Asked::month).orElse(thisMonth),
                    visit.query("kind").flatMap(Question::kind),
                    visit.query("search")
                            .map(String::strip)
                            .filter(text -> text.length() <= LONGEST_SEARCH)
                            .orElse(""),
                    visit.query("order").filter("oldest"::equals).isPresent(),
                    visit.query("page")
                            .filter(text -> text.matches("[1-9]\\d{0,4}"))
                            .map(Integer::valueOf)
                            .orElse(1));
        }

        private static Optional<Kind> kind(String text) {
            return Arrays.stream(Kind.values())
                    .filter(each -> each.name().equals(text))
                    .findFirst();
        }

        String address(int otherPage) {
            return PAGE + "?month=" + month + "&page=" + otherPage
                    + kind.map(each -> "&kind=" + each).orElse("")
                    + (search.isEmpty() ? "" : "&search=" + URLEncoder.encode(search, StandardCharsets.UTF_8))
                    + (oldestFirst ? "&order=oldest" : "");
        }
    }

    private DifferenceModel model(Visit visit) {
        var question = Question.of(visit, YearMonth.from(times.today()));
        return database.read(handle -> {
            var all = reader.of(handle, visit.viewer().scope(), question.month()).stream()
                    .filter(each ->
                            question.kind().filter(kind -> kind != each.kind()).isEmpty())
                    .filter(each -> matches(handle, each, question.search()))
                    .toList();
            return model(handle, question, question.oldestFirst() ? all.reversed() : all);
        });
    }

    private static boolean matches(Handle handle, RollDifference each, String search) {
        return search.isEmpty()
                || each.activity().title().contains(search)
                || each.member().value().contains(search)
                || name(handle, each.roll()).contains(search);
    }

    private DifferenceModel model(Handle handle, Question question, List<RollDifference> all) {
        int last = Math.max(1, (all.size() + PER_PAGE - 1) / PER_PAGE);
        int page = Math.min(question.page(), last);
        return new DifferenceModel(
                new Filter(
                        question.month().toString(),
                        question.kind().map(Enum::name).orElse(""),
                        question.search(),
                        question.oldestFirst(),
                        Arrays.stream(Kind.values())
                                .map(each -> new Choice(each.name(), name(each)))
                                .toList()),
                all.size(),
                last == 1 ? "" : texts.get("attendance.difference.pages", page, last),
                page > 1 ? question.address(page - 1) : "",
                page < last ? question.address(page + 1) : "",
                all.stream()
                        .skip((page - 1L) * PER_PAGE)
                        .limit(PER_PAGE)
                        .map(each -> row(handle, each))
                        .toList());
    }

    private Row row(Handle handle, RollDifference each) {
        var roll = name(handle, each.roll());
        return new Row(
                each.kind().name(),
                name(each.kind()),
                times.day(each.activity().heldOn()),
                each.activity().title(),
                SheetPage.address(each.activity().id()),
                roll,
                each.name()
                        .map(name -> new PersonName(name).masked())
                        .orElseGet(() -> texts.get("attendance.sheet.unknownPerson")),
                each.member().value(),
                what(each, each.now().map(now -> name(handle, now))),
                effect(each.kind()));
    }

    private static String name(Handle handle, OrganizationId organization) {
        return SheetReader.name(handle, organization);
    }

    private String name(Kind kind) {
        return switch (kind) {
            case ADDED -> texts.get("attendance.difference.kindAdded");
            case NO_LONGER -> texts.get("attendance.difference.kindNoLonger");
            case NOT_YET -> texts.get("attendance.difference.kindNotYet");
            case STANDING -> texts.get("attendance.difference.kindStanding");
        };
    }

    private String what(RollDifference each, Optional<String> now) {
        return switch (each.kind()) {
            case ADDED -> texts.get("attendance.difference.whatAdded");
            case NO_LONGER ->
                now.map(branch -> texts.get("attendance.difference.whatMoved", branch))
                        .orElseGet(() -> texts.get("attendance.difference.whatGone"));
            case NOT_YET -> texts.get("attendance.difference.whatNotYet");
            case STANDING -> texts.get("attendance.difference.whatStanding");
        };
    }

    private String effect(Kind kind) {
        return switch (kind) {
            case ADDED -> texts.get("attendance.difference.effectAdded");
            case NO_LONGER -> texts.get("attendance.difference.effectStays");
            case NOT_YET -> texts.get("attendance.difference.effectNotCounted");
            case STANDING -> texts.get("attendance.difference.effectAsFrozen");
        };
    }
}
