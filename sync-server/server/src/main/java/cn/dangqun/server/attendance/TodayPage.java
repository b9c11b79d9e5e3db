package cn.dangqun.server.attendance;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.attendance.ActivityCount.Community;
import cn.dangqun.server.attendance.TodayModel.Filter;
import cn.dangqun.server.attendance.TodayModel.Group;
import cn.dangqun.server.attendance.TodayModel.Row;
import cn.dangqun.server.attendance.TodayModel.Summary;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Orders;
import cn.dangqun.server.web.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Puts counts into words for the page of a day.
final class TodayPage {
    private static final String ADDRESS = "/activities";
    private static final String LIVE = "/live/activities";
    private static final int PER_PAGE = 50;
    private static final Orders<ActivityCount> ORDERS = Orders.<ActivityCount>of("web.order.tree")
            .or(
                    "time",
                    "web.order.time",
                    Comparator.comparing(each -> each.activity().starts()))
            .or(
                    "present",
                    "web.order.present",
                    Comparator.comparingInt((ActivityCount each) -> each.tally().present())
                            .reversed());

    private final AttendanceWords words;
    private final Times times;
    private final Texts texts;

    TodayPage(AttendanceWords words, Times times) {
        this.words = words;
        this.times = times;
        this.texts = words.texts();
    }

    /// What the address asks for; an empty date means whatever day it is. What of it cannot be read is left out.
    record Question(Optional<LocalDate> date, Optional<OrganizationId> community, ListQuestion list) {
        static Question of(Visit visit) {
            var list = ListQuestion.of(visit, "date", "search", ListQuestion.ORDER);
            var date = Asked.day(list.filter("date"));
            var community = visit.query("community").flatMap(Asked::organization);
            return new Question(
                    date,
                    community,
                    list.with("date", date.map(LocalDate::toString).orElse(""))
                            .with(
                                    "community",
                                    community.map(OrganizationId::value).orElse("")));
        }

        private String on(String day) {
            return list.with("date", day).at(1).address(ADDRESS);
        }
    }

    /// The summary is of all, the rows are of what was asked.
    TodayModel write(Question question, List<Community> communities, List<ActivityCount> counts) {
        var found = ORDERS.sorted(
                counts.stream().filter(each -> isAsked(each, question)).toList(), question.list());
        var shown = question.list().within(found.size(), PER_PAGE);
        var today = times.today();
        var date = question.date().orElse(today);
        boolean isToday = date.equals(today);
        return new TodayModel(
                texts.get(isToday ? "attendance.board.today" : "attendance.board.otherDay"),
                times.day(date),
                isToday,
                filter(question, date, communities),
                shown.address(LIVE),
                summary(counts),
                groups(shown.cut(found, PER_PAGE), shown),
                shown.pages(texts, ADDRESS, found.size(), PER_PAGE));
    }

    private static boolean isAsked(ActivityCount count, Question question) {
        var activity = count.activity();
        return (activity.title() + activity.place() + count.organizationName())
                .contains(question.list().filter("search"));
    }

    private Filter filter(Question question, LocalDate date, List<Community> communities) {
        var chosen = question.community();
        var choices = communities.stream()
                .map(each -> new Choice(
                        each.id().value(),
                        each.name(),
                        chosen.filter(each.id()::equals).isPresent()))
                .toList();
        return new Filter(
                date.toString(),
                question.on(date.minusDays(1).toString()),
                question.on(date.plusDays(1).toString()),
                chosen.map(OrganizationId::value).orElse(""),
                choices,
                question.on(""),
                question.list().filter("search"),
                ORDERS.choices(texts, question.list()));
    }

    private Summary summary(List<ActivityCount> counts) {
        var now = times.now();
        return new Summary(
                counts.size(),
                (int) counts.stream()
                        .filter(each -> Stage.of(each, now) == Stage.OPEN)
                        .count(),
                counts.stream().mapToInt(each -> each.tally().due()).sum(),
                counts.stream().mapToInt(each -> each.tally().present()).sum(),
                counts.stream().mapToInt(ActivityCount::late).sum(),
                counts.stream().mapToInt(ActivityCount::guests).sum(),
                (int) counts.stream().filter(each -> isWithoutData(each, now)).count(),
                counts.stream().anyMatch(each -> isKnown(each, now)));
    }

    /// Below a heading for each community, unless another order than the tree's runs through them.
    private List<Group> groups(List<ActivityCount> counts, ListQuestion asked) {
        if (!counts.isEmpty() && !asked.filter(ListQuestion.ORDER).isEmpty()) {
            return List.of(
                    new Group("", "", "", false, counts.stream().map(this::row).toList()));
        }
        var byCommunity = new LinkedHashMap<Community, List<ActivityCount>>();
        counts.forEach(each -> byCommunity
                .computeIfAbsent(each.community(), fresh -> new ArrayList<>())
                .add(each));
        var out = new ArrayList<Group>();
        byCommunity.forEach((community, theirs) -> {
            var uploads = theirs.getFirst().centre();
            out.add(new Group(
                    "community-" + out.size(),
                    community.name(),
                    centre(uploads),
                    uploads.completeUntil().isEmpty(),
                    theirs.stream().map(this::row).toList()));
        });
        return out;
    }

    Row row(ActivityCount count) {
        var now = times.now();
        var activity = count.activity();
        var stage = Stage.of(count, now);
        boolean withoutData = isWithoutData(count, now);
        return new Row(
                activity.id().value(),
                "activity-" + activity.id(),
                times.time(activity.starts()) + "–" + times.time(activity.ends()),
                activity.title(),
                words.type(activity.type()),
                count.organizationName(),
                activity.place(),
                stage.name(),
                words.stage(stage),
                count.tally().due(),
                count.tally().present(),
                isKnown(count, now),
                count.late(),
                count.guests(),
                upload(count, stage),
                stage == Stage.UPCOMING || count.merged(),
                withoutData && stage == Stage.ENDED);
    }

    /// Check-in has opened, but no kiosk of the centre has said anything since (F-64).
    private static boolean isWithoutData(ActivityCount count, Instant now) {
        var uploads = count.uploads();
        var opens = count.activity().window().opens();
        return !count.cancelled()
                && !now.isBefore(opens)
                && !count.hasAnybody()
                && uploads.silentSince(opens) == uploads.kiosksCompleteUntil().size();
    }

    private static boolean isKnown(ActivityCount count, Instant now) {
        return Stage.of(count, now) != Stage.UPCOMING && !isWithoutData(count, now);
    }

    private String centre(Uploads uploads) {
        if (uploads.hasNoKiosk()) {
            return texts.get("attendance.upload.noKiosk");
        }
        int kiosks = uploads.kiosksCompleteUntil().size();
        return uploads.completeUntil()
                .map(until -> texts.get("attendance.upload.centre", kiosks, times.when(until)))
                .orElseGet(() -> texts.get("attendance.upload.centreNever", kiosks));
    }

    /// How far what is shown can be trusted.
    String upload(ActivityCount count, Stage stage) {
        var uploads = count.uploads();
        var window = count.activity().window();
        if (stage == Stage.CANCELLED) {
            return texts.get("attendance.upload.cancelled");
        }
        if (stage == Stage.UPCOMING) {
            return texts.get("attendance.upload.notYet");
        }
        if (uploads.isCompleteFor(window)) {
            return texts.get("attendance.upload.complete");
        }
        if (uploads.owed().isPresent()) {
            return owed(uploads.owed().get());
        }
        int silent = uploads.silentSince(window.opens());
        if (silent == uploads.kiosksCompleteUntil().size()) {
            return texts.get(count.hasAnybody() ? "attendance.upload.partial" : "attendance.upload.nothing");
        }
        return silent > 0
                ? texts.get("attendance.upload.silent", silent)
                : uploads.completeUntil()
                        .map(until -> texts.get("attendance.upload.until", times.when(until)))
                        .orElseThrow();
    }

    /// A kiosk left with what it had.
    private String owed(Stand.Owed owed) {
        return owed.unsent() > 0
                ? texts.get("attendance.upload.owed", owed.unsent(), times.when(owed.since()))
                : texts.get("attendance.upload.owedUnknown", times.when(owed.since()));
    }
}
