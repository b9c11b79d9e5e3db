package cn.dangqun.protocol;

import static cn.dangqun.protocol.Facts.activities;
import static cn.dangqun.protocol.Facts.handlings;
import static cn.dangqun.protocol.Facts.members;
import static cn.dangqun.protocol.Facts.sealed;
import static cn.dangqun.protocol.Facts.text;

import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.RequestFact;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.quorum.MeetingCount;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.domain.request.RequestStep;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Any fact of sessions and requests.
final class SessionFacts {
    private SessionFacts() {}

    static Arbitrary<Fact> any() {
        return Arbitraries.oneOf(
                opened(),
                notices(),
                declared(),
                steps(),
                items(),
                ballots(),
                minutes(),
                fees(),
                closed(),
                steppedOut(),
                reopened(),
                requests());
    }

    private static Arbitrary<Fact> opened() {
        var adHoc = Combinators.combine(
                        Arbitraries.of(ActivityType.class), Facts.organizations(), text("学习", 40), text("二楼", 40))
                .as(SessionFact.AdHoc::new);
        return Combinators.combine(activities(), adHoc.optional(), staff()).as(SessionFact.Opened::new);
    }

    private static Arbitrary<Fact> notices() {
        return Combinators.combine(
                        activities(), members().list().ofMaxSize(5), Arbitraries.of(SessionFact.Notice.class), staff())
                .as(SessionFact.NoticeGiven::new);
    }

    private static Arbitrary<Fact> declared() {
        var counts = Arbitraries.integers()
                .between(0, 50)
                .list()
                .ofSize(5)
                .map(each -> each.stream().sorted().toList())
                .map(n -> new MeetingCount(n.get(4), n.get(3), n.get(2), n.get(1), n.get(0)));
        return Combinators.combine(
                        activities(),
                        Facts.organizations(),
                        counts,
                        Arbitraries.of(true, false),
                        members(),
                        text("CHENGDU_2021", 20),
                        absences(),
                        staff())
                .as(SessionFact.FiguresDeclared::new);
    }

    private static Arbitrary<List<SessionFact.Absence>> absences() {
        return Combinators.combine(members(), Arbitraries.of(SessionFact.Missing.class), text("出差", 40))
                .as(SessionFact.Absence::new)
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<Fact> steppedOut() {
        return Combinators.combine(activities(), members(), Arbitraries.of(true, false), staff())
                .as(SessionFact.SteppedOut::new);
    }

    private static Arbitrary<Fact> reopened() {
        return Combinators.combine(activities(), handlings()).as(SessionFact.Reopened::new);
    }

    private static Arbitrary<Fact> steps() {
        return Combinators.combine(activities(), text("学习", 40), Arbitraries.of(true, false), staff())
                .as(SessionFact.StepTicked::new);
    }

    private static Arbitrary<Fact> items() {
        return Combinators.combine(
                        activities(),
                        Arbitraries.integers().greaterOrEqual(1),
                        Arbitraries.of(AgendaKind.class),
                        text("议题", 40),
                        members().optional(),
                        staff())
                .as(SessionFact.ItemSet::new);
    }

    private static Arbitrary<Fact> ballots() {
        var numbers = Arbitraries.integers().greaterOrEqual(0);
        var votes = Combinators.combine(text("M-1", 20), numbers, numbers, numbers, numbers)
                .as(SessionFact.Votes::new)
                .list()
                .ofMaxSize(4);
        var papers = numbers.list().ofSize(3);
        return Combinators.combine(
                        activities(),
                        Arbitraries.integers().greaterOrEqual(1),
                        Arbitraries.of(SessionFact.BallotForm.class),
                        papers,
                        votes,
                        Arbitraries.of(SessionFact.BallotOutcome.class),
                        staff())
                .as((activity, item, form, paper, each, outcome, staff) -> new SessionFact.BallotRecorded(
                        activity, item, form, paper.get(0), paper.get(1), paper.get(2), each, outcome, staff));
    }

    private static Arbitrary<Fact> minutes() {
        return Combinators.combine(
                        activities(),
                        sealed(),
                        sealed().optional(),
                        members(),
                        members(),
                        Arbitraries.of(true, false),
                        staff())
                .as(SessionFact.MinutesSaved::new);
    }

    private static Arbitrary<Fact> fees() {
        return Combinators.combine(activities(), members(), months(), Arbitraries.of(true, false), staff())
                .as(SessionFact.FeeTicked::new);
    }

    static Arbitrary<YearMonth> months() {
        return Combinators.combine(
                        Arbitraries.integers().between(2000, 2099),
                        Arbitraries.integers().between(1, 12))
                .as(YearMonth::of);
    }

    private static Arbitrary<Fact> closed() {
        return Combinators.combine(activities(), staff().optional()).as(SessionFact.Closed::new);
    }

    private static Arbitrary<Fact> requests() {
        var ids = Arbitraries.longs().map("%016x"::formatted);
        return Arbitraries.oneOf(
                Combinators.combine(
                                Combinators.combine(ids, Arbitraries.of(RequestKind.class), Facts.organizations())
                                        .as(Naming::new),
                                text("az09-", 32).map(ServiceId::new).optional(),
                                Facts.tickets().optional(),
                                days(),
                                days().optional(),
                                answerers(),
                                sealed().optional())
                        .as((naming, service, ticket, day, due, responder, applicant) -> new RequestFact.Filed(
                                naming.request(),
                                naming.kind(),
                                naming.organization(),
                                service,
                                ticket,
                                day,
                                due,
                                responder,
                                applicant)),
                Combinators.combine(
                                ids,
                                Arbitraries.of(RequestStep.class),
                                days().optional(),
                                answerers(),
                                sealed().optional(),
                                answerers())
                        .as((request, step, due, to, words, by) -> new RequestFact.Advanced(
                                request,
                                step,
                                due,
                                Optional.of(to).filter(_ -> step == RequestStep.TRANSFERRED),
                                words,
                                by)),
                Combinators.combine(ids, Arbitraries.integers().between(1, 5)).as(RequestFact.Rated::new));
    }

    private record Naming(String request, RequestKind kind, OrganizationId organization) {}

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 40_000).map(LocalDate::ofEpochDay);
    }

    private static Arbitrary<Answerer> answerers() {
        return Arbitraries.oneOf(
                text("staff-1", 20).map(Answerer::staff), text("zhang.san", 20).map(Answerer::account));
    }

    private static Arbitrary<String> staff() {
        return text("staff-1", 20);
    }
}
