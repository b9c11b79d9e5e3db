package cn.dangqun.domain.session;

import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.quorum.AgendaItem;
import cn.dangqun.domain.quorum.MeetingCount;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What stands of one activity's session. Announcements are kept all, each a snapshot (OQ-19); of everything else the
/// last word stands, but for elections, whose ballots follow one another. `away` are people who have left the room and
/// stay 实到 (F-100); `paid` says who paid the fee of a month. Immutable.
public record SessionRecord(
        List<Declared> declared,
        List<Item> agenda,
        Map<String, Instant> steps,
        Set<MemberId> away,
        Map<YearMonth, Set<MemberId>> paid,
        Optional<Closing> closing,
        List<Reopening> reopenings) {
    public static final SessionRecord NOTHING = of(List.of());

    /// A fact, and when it counts as recorded.
    public record Noted(Instant at, SessionFact fact) {}

    public record Declared(Instant at, SessionFact.FiguresDeclared figures) {}

    /// One item of the agenda with what was recorded on it, in order; a correction follows what it corrects.
    /// `about` is the member it concerns.
    public record Item(int number, AgendaKind kind, String title, Optional<MemberId> about, List<Taken> ballots) {
        public Item {
            ballots = List.copyOf(ballots);
        }

        /// What stands. A ballot that was void is no ballot yet (OQ-41).
        public Optional<Taken> standing() {
            return ballots.isEmpty() ? Optional.empty() : Optional.of(ballots.getLast());
        }

        public boolean isSettled() {
            return standing()
                    .filter(each -> each.ballot().outcome() != SessionFact.BallotOutcome.VOID)
                    .isPresent();
        }

        /// What a ballot on it is on: a member's id, or its title.
        public String subject() {
            return about.map(MemberId::value).orElse(title);
        }

        /// As the rules of ballots have it.
        public AgendaItem asItem() {
            return new AgendaItem(number, kind, standing().flatMap(each -> switch (each.ballot()
                    .outcome()) {
                case DEFERRED -> Optional.of(AgendaItem.SetAside.DEFERRED);
                case ESCALATED -> Optional.of(AgendaItem.SetAside.ESCALATED);
                case PASSED, NOT_PASSED, VOID -> Optional.empty();
            }));
        }
    }

    /// `by` are the figures that had been announced when it was recorded; what is set aside needs none.
    public record Taken(Instant at, SessionFact.BallotRecorded ballot, Optional<MeetingCount> by) {}

    /// `staff` is empty where nobody closed it and the system did (OQ-36).
    public record Closing(Instant at, Optional<String> staff) {}

    public record Reopening(Instant at, Handling by) {}

    public SessionRecord {
        declared = List.copyOf(declared);
        agenda = List.copyOf(agenda);
        steps = Map.copyOf(steps);
        away = Set.copyOf(away);
        paid = Map.copyOf(paid);
        reopenings = List.copyOf(reopenings);
    }

    /// From the facts of one activity in the order in which they were recorded.
    public static SessionRecord of(List<Noted> facts) {
        var folding = new Folding();
        facts.forEach(folding::add);
        return folding.done();
    }

    /// The announcement that ballots are counted by.
    public Optional<Declared> lastDeclared() {
        return declared.isEmpty() ? Optional.empty() : Optional.of(declared.getLast());
    }

    public boolean isClosed() {
        return closing.isPresent();
    }

    public Optional<Item> item(int number) {
        return agenda.stream().filter(each -> each.number() == number).findFirst();
    }

    /// The number of the next item.
    public int nextNumber() {
        return agenda.stream().mapToInt(Item::number).max().orElse(0) + 1;
    }

    public boolean isEmpty() {
        return equals(NOTHING);
    }

    private static final class Folding {
        private final List<Declared> declared = new ArrayList<>();
        private final Map<Integer, Item> agenda = new TreeMap<>();
        private final Map<String, Instant> steps = new LinkedHashMap<>();
        private final Set<MemberId> away = new LinkedHashSet<>();
        private final Map<YearMonth, Set<MemberId>> paid = new TreeMap<>();
        private final List<Reopening> reopenings = new ArrayList<>();
        private Optional<Closing> closing = Optional.empty();

        private void add(Noted noted) {
            switch (noted.fact()) {
                case SessionFact.FiguresDeclared f -> declared.add(new Declared(noted.at(), f));
                case SessionFact.ItemSet f -> agenda.put(f.number(), item(f));
                case SessionFact.BallotRecorded f -> ballot(noted.at(), f);
                case SessionFact.StepTicked f -> step(noted.at(), f);
                case SessionFact.SteppedOut f -> put(away, f.member(), f.out());
                case SessionFact.FeeTicked f ->
                    put(paid.computeIfAbsent(f.month(), fresh -> new LinkedHashSet<>()), f.member(), f.paid());
                case SessionFact.Closed f -> closing = Optional.of(new Closing(noted.at(), f.staff()));
                case SessionFact.Reopened f -> {
                    reopenings.add(new Reopening(noted.at(), f.by()));
                    closing = Optional.empty();
                }
                case SessionFact.Opened ignored -> {}
                case SessionFact.NoticeGiven ignored -> {}
                case SessionFact.MinutesSaved ignored -> {}
            }
        }

        private static void put(Set<MemberId> set, MemberId member, boolean in) {
            if (in) {
                set.add(member);
            } else {
                set.remove(member);
            }
        }

        private Item item(SessionFact.ItemSet f) {
            var known = Optional.ofNullable(agenda.get(f.number()));
            return new Item(
                    f.number(),
                    f.kind(),
                    f.title(),
                    f.about(),
                    known.map(Item::ballots).orElse(List.of()));
        }

        /// On an item that never arrived there is nothing to show it with but its number.
        private void ballot(Instant at, SessionFact.BallotRecorded f) {
            var item = Optional.ofNullable(agenda.get(f.item()))
                    .orElse(new Item(f.item(), AgendaKind.OTHER, "", Optional.empty(), List.of()));
            var ballots = new ArrayList<>(item.ballots());
            var by = declared.isEmpty()
                    ? Optional.<MeetingCount>empty()
                    : Optional.of(declared.getLast().figures().count());
            ballots.add(new Taken(at, f, by));
            agenda.put(f.item(), new Item(item.number(), item.kind(), item.title(), item.about(), ballots));
        }

        private void step(Instant at, SessionFact.StepTicked f) {
            if (f.done()) {
                steps.putIfAbsent(f.step(), at);
            } else {
                steps.remove(f.step());
            }
        }

        private SessionRecord done() {
            return new SessionRecord(
                    declared, List.copyOf(agenda.values()), steps, away, frozen(paid), closing, reopenings);
        }

        private static Map<YearMonth, Set<MemberId>> frozen(Map<YearMonth, Set<MemberId>> paid) {
            var frozen = new LinkedHashMap<YearMonth, Set<MemberId>>();
            paid.forEach((month, members) -> frozen.put(month, Set.copyOf(members)));
            return frozen;
        }
    }
}
