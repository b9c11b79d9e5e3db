package cn.dangqun.kiosk.checkin;

import static cn.dangqun.kiosk.reference.MadeUpStreet.DAY;
import static cn.dangqun.kiosk.reference.MadeUpStreet.FIRST_BRANCH;
import static cn.dangqun.kiosk.reference.MadeUpStreet.SECOND_BRANCH;
import static cn.dangqun.kiosk.reference.MadeUpStreet.ZONE;
import static cn.dangqun.kiosk.reference.MadeUpStreet.activity;
import static cn.dangqun.kiosk.reference.MadeUpStreet.card;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.credential.CardKind;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.kiosk.ledger.KeysOnDisk;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import cn.dangqun.kiosk.shell.KioskCore;
import cn.dangqun.protocol.FactCodec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever people do, in whatever order and without waiting for an answer: each stands at most once in an
/// activity, and exactly those stand who were told so last.
class TapsInterleavedTest {
    private static final KioskId KIOSK = new KioskId("kiosk-1");
    private static final Activity ONE = activity("one", FIRST_BRANCH, "09:00", "11:00");
    private static final Activity TWO = activity("two", FIRST_BRANCH, "09:00", "11:00");
    private static final Activity OTHERS = activity("others", SECOND_BRANCH, "09:00", "11:00");
    private static final List<ActivityId> ACTIVITIES = List.of(ONE.id(), TWO.id(), OTHERS.id());
    private static final List<String> PEOPLE = List.of("M-1", "M-4", "M-7", "stranger");

    enum Doing {
        TAP,
        CHOOSE,
        ADMIT,
        UNDO_LAST,
        WAIT
    }

    record Step(String person, Doing doing, ActivityId choice, int seconds) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(PEOPLE),
                        Arbitraries.of(Doing.class),
                        Arbitraries.of(ACTIVITIES),
                        Arbitraries.integers().between(0, 180))
                .as(Step::new)
                .list()
                .ofMaxSize(30);
    }

    @Property(tries = 60)
    void countsEachPersonAtMostOncePerActivity(@ForAll("steps") List<Step> steps) throws Exception {
        var directory = Files.createTempDirectory("taps");
        try {
            play(directory, steps);
        } finally {
            delete(directory);
        }
    }

    private static void play(Path directory, List<Step> steps) throws Exception {
        var clock = new SteppedClock(DAY.atTime(9, 0).atZone(ZONE).toInstant());
        try (var ledger = Ledger.open(
                        directory.resolve("ledger.db"),
                        clock,
                        KeysOnDisk.beside(directory.resolve("ledger.db")),
                        KioskCore.PROJECTIONS);
                var reference = MadeUpStreet.store(directory, clock, MadeUpStreet.items(ONE, TWO, OTHERS))) {
            ledger.adopt(KIOSK).join();
            var desk = new LedgerCheckInDesk(ledger, reference, clock, ZONE);
            var told = new ArrayList<CompletableFuture<CheckInOutcome>>();
            var undone = new ArrayList<Map.Entry<FactId, Boolean>>();
            for (var step : steps) {
                perform(step, desk, clock, told, undone);
            }
            var counted = told.stream()
                    .map(CompletableFuture::join)
                    .filter(CheckInOutcome.Counted.class::isInstance)
                    .map(outcome -> ((CheckInOutcome.Counted) outcome).fact().seq())
                    .toList();
            undone.stream()
                    .filter(Map.Entry::getValue)
                    .forEach(entry -> assertTrue(counted.contains(entry.getKey().seq())));
            var expected = new HashSet<>(counted);
            undone.stream()
                    .filter(Map.Entry::getValue)
                    .forEach(entry -> expected.remove(entry.getKey().seq()));
            assertEquals(expected, standing(ledger));
        }
    }

    private static void perform(
            Step step,
            LedgerCheckInDesk desk,
            SteppedClock clock,
            List<CompletableFuture<CheckInOutcome>> told,
            List<Map.Entry<FactId, Boolean>> undone) {
        var credential = new Credential.Card(card(step.person()), CardKind.CONTACTLESS_UID);
        switch (step.doing()) {
            case TAP -> told.add(desk.present(credential));
            case CHOOSE -> told.add(desk.presentFor(credential, step.choice()));
            case ADMIT -> told.add(desk.admitGuest(credential, step.choice(), GuestKind.RESIDENT));
            case UNDO_LAST ->
                told.stream()
                        .map(CompletableFuture::join)
                        .filter(CheckInOutcome.Counted.class::isInstance)
                        .map(outcome -> ((CheckInOutcome.Counted) outcome).fact())
                        .max(Comparator.comparingLong(FactId::seq))
                        .ifPresent(last ->
                                undone.add(Map.entry(last, desk.undo(last).join())));
            case WAIT -> clock.pass(Duration.ofSeconds(step.seconds()));
        }
    }

    /// Replays the facts and fails as soon as anybody stands twice.
    private static Set<Long> standing(Ledger ledger) throws Exception {
        var batch = ledger.newReader().batch(0, 10_000, Integer.MAX_VALUE);
        var standing = new HashMap<Long, String>();
        for (var record : batch.records()) {
            var recorded = FactCodec.decode(KIOSK, batch.epoch(), record.toByteArray());
            switch (recorded.fact()) {
                case AttendanceFact.CheckedIn f ->
                    stand(standing, recorded.id().seq(), f.activity() + " " + f.member());
                case AttendanceFact.GuestCheckedIn f ->
                    stand(standing, recorded.id().seq(), f.activity() + " " + f.card());
                case AttendanceFact.CheckInVoided f -> assertTrue(standing.remove(f.voidedSeq()) != null);
                case AttendanceFact.RollFrozen _ -> {}
                default -> throw new AssertionError("nobody did anything else");
            }
        }
        return standing.keySet();
    }

    private static void stand(Map<Long, String> standing, long seq, String who) {
        assertTrue(!standing.containsValue(who), who + " stands twice");
        standing.put(seq, who);
    }

    private static void delete(Path directory) throws Exception {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
