package cn.dangqun.server.review;

import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.fact.ReviewItem.Kind;
import cn.dangqun.server.attendance.RollDifferences;
import cn.dangqun.server.review.InboxModel.Filter;
import cn.dangqun.server.review.InboxModel.Option;
import cn.dangqun.server.review.InboxModel.Tally;
import cn.dangqun.server.review.InboxQuestion.State;
import cn.dangqun.server.text.Placed;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.Visit;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/// Puts the page together: filters, tallies, rows, and what was decided a moment ago.
record InboxView(Texts texts, Times times, RollDifferences rolls) {
    private static final Pattern DONE = Pattern.compile("([A-Z]{1,12}) (\\S{1,200})");

    InboxModel write(Handle handle, Visit visit, String problem) {
        var question = InboxQuestion.of(visit);
        var scope = visit.viewer().scope();
        var found = new InboxRows(texts, times, rolls)
                .read(
                        handle,
                        scope,
                        question,
                        new InboxRows.Names(visit.fullNames(), visit.viewer().may(Permission.SEE_FULL_NAMES)));
        var reader = new InboxReader(handle, scope, times.now());
        var list = question.list().within(found.many(), InboxReader.PER_PAGE);
        var pages = list.pages(texts, InboxQuestion.PATH, found.many(), InboxReader.PER_PAGE);
        return new InboxModel(
                forms(question, visit.fullNames()),
                filter(handle, scope, question),
                question.state() == State.OPEN ? tallies(reader, question) : List.of(),
                found.rows(),
                texts.get(about(question.state()), found.many()),
                pages.words(),
                pages.previous(),
                pages.next(),
                question.state() == State.DECIDED,
                question.isFiltered(),
                visit.viewer().may(Permission.SETTLE_RECORDS),
                names(visit, question),
                visit.fullNames(),
                problem,
                done(handle, visit));
    }

    private static String about(State state) {
        return switch (state) {
            case OPEN -> "review.inbox.about";
            case RETURNED -> "review.inbox.aboutReturned";
            case DECIDED -> "review.inbox.aboutDecided";
        };
    }

    /// Where forms go: the question goes with them.
    private static String forms(InboxQuestion question, boolean fullNames) {
        var address = question.list().address("/review/decisions");
        return fullNames ? address + (address.contains("?") ? "&" : "?") + "names=full" : address;
    }

    private static String names(Visit visit, InboxQuestion question) {
        if (!visit.viewer().may(Permission.SEE_FULL_NAMES)) {
            return "";
        }
        var address = question.address();
        return visit.fullNames() ? address : address + (address.contains("?") ? "&" : "?") + "names=full";
    }

    /// What waits, and what waits for branches.
    private List<Tally> tallies(InboxReader reader, InboxQuestion question) {
        var tallies = new ArrayList<Tally>();
        reader.tallies(new InboxQuestion(question.list().with("kind", "")))
                .forEach(each -> tallies.add(tally(question, each)));
        new ReviewedReader(reader.handle(), times.now())
                .returned(reader.scope())
                .forEach((month, many) -> tallies.add(new Tally(
                        texts.get("review.inbox.returned", month.getYear(), month.getMonthValue()),
                        many,
                        InboxQuestion.everything()
                                .list()
                                .with("state", State.RETURNED.name())
                                .with("kind", Kind.ACTIVITY.name())
                                .with("month", month.toString())
                                .address(InboxQuestion.PATH))));
        return tallies;
    }

    private Tally tally(InboxQuestion question, InboxReader.Tally tally) {
        return new Tally(
                new InboxPage(texts, times).name(tally.kind()),
                tally.many(),
                question.list().with("kind", tally.kind().name()).at(1).address(InboxQuestion.PATH));
    }

    private Filter filter(Handle handle, Scope scope, InboxQuestion question) {
        var words = new InboxPage(texts, times);
        return new Filter(
                Arrays.stream(State.values())
                        .map(each -> new Option(each.name(), state(each), question.state() == each))
                        .toList(),
                Arrays.stream(Kind.values())
                        .map(each -> new Option(
                                each.name(), words.name(each), question.kind().equals(Optional.of(each))))
                        .toList(),
                organizations(handle, scope, question.organization()),
                kiosks(handle, scope, question.kiosk()),
                question.month().map(YearMonth::toString).orElse(""));
    }

    private String state(State state) {
        return switch (state) {
            case OPEN -> texts.get("review.filter.open");
            case RETURNED -> texts.get("review.inbox.stateReturned");
            case DECIDED -> texts.get("review.filter.settled");
        };
    }

    private static List<Option> organizations(Handle handle, Scope scope, String chosen) {
        return handle.createQuery(
                        "SELECT id, name FROM organization o WHERE o.street = 1 AND o.path >= :prefix"
                                + " AND o.path < :after AND o.parent IS NOT NULL AND o.level <> 'GROUP' ORDER BY o.place, o.path")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> new Option(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("id").equals(chosen)))
                .list();
    }

    private static List<Option> kiosks(Handle handle, Scope scope, String chosen) {
        return Placed.inOrder(handle
                .createQuery("SELECT k.id, k.name FROM kiosk k LEFT JOIN site s ON s.street = 1 AND s.id = k.site"
                        + " LEFT JOIN organization o ON o.street = 1 AND o.id = s.organization WHERE k.street = 1 AND "
                        + scope.inside("o.path") + " ORDER BY k.id")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> new Placed<>(
                        0,
                        row.getString("name"),
                        new Option(
                                row.getString("id"),
                                row.getString("name"),
                                row.getString("id").equals(chosen))))
                .stream());
    }

    /// Read again: what the address says is only its name.
    private Optional<InboxModel.Done> done(Handle handle, Visit visit) {
        return visit.query("done")
                .map(DONE::matcher)
                .filter(Matcher::matches)
                .flatMap(found -> ReviewItem.read(found.group(1), found.group(2)))
                .flatMap(item -> new CaseReader(handle)
                        .decided(item)
                        .map(decided -> new InboxPage(texts, times).done(item, decided)));
    }
}
