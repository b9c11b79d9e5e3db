package cn.dangqun.server.life;

import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.FreezeCause;
import cn.dangqun.domain.attendance.RollEntry;
import cn.dangqun.domain.attendance.RollSnapshot;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.ledger.AppendResult;
import cn.dangqun.server.life.MadeYear.Deed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// The console of a street that lived through a [MadeYear]: kiosks told what happened, one of them too little.
public final class YearUnderTest implements AutoCloseable {
    private static final int A_PUSH = 4000;
    private static final LocalDate EARLY = LocalDate.of(MadeYear.YEAR - 1, 1, 1);

    public final ConsoleUnderTest console;
    final MadeYear made;
    private final Random lots;

    /// Everybody who was due on a roll of what was held and not cancelled; `holder` is whose activity it was.
    final List<Attended> attended = new ArrayList<>();

    record Attended(
            String activity, String holder, String roll, String member, LocalDate day, boolean came, boolean leave) {}

    public YearUnderTest(Path directory, long seed) {
        made = new MadeYear(seed);
        lots = new Random(seed + 1);
        console = new ConsoleUnderTest(folder(directory), made.items);
        rules();
        kiosk("k1", 1, EARLY, 0, Optional.empty());
        kiosk("k2", 2, LocalDate.of(MadeYear.YEAR, 3, 5), 0, Optional.empty());
        kiosk("k3", 3, EARLY, 2, Optional.of(LocalDate.of(MadeYear.YEAR, 8, 15).atTime(12, 0)));
        made.deeds.forEach(this::note);
        made.moved.forEach(this::move);
        tell();
        console.rolls.freezeStarted();
    }

    private static Path folder(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rules() {
        rule("c1", EARLY, "'CHENGDU_2021'", null);
        rule("c3", EARLY, "'STREET_STANDARD'", null);
        rule("c2-b1", LocalDate.of(MadeYear.YEAR, 4, 1), "'CHENGDU_2021'", null);
        for (var branch : made.branches) {
            if (branch.community().equals("c1")) {
                rule(branch.id(), EARLY, "NULL", branch.themeDay());
                branch.laterDay().ifPresent(day -> rule(branch.id(), LocalDate.of(MadeYear.YEAR, 6, 15), "NULL", day));
            }
        }
    }

    private void rule(String organization, LocalDate since, String profile, Integer themeDay) {
        console.database.write((handle, changes) -> handle.execute(
                "INSERT INTO organization_rules (organization, since, profile, params, committee, theme_day, reason,"
                        + " login, at) VALUES (?, ?, " + profile + ", '', NULL, ?, '', '', 0)",
                organization,
                since.toString(),
                themeDay));
    }

    private void kiosk(String id, int site, LocalDate from, int unsent, Optional<LocalDateTime> oldest) {
        console.database.write((handle, changes) -> {
            handle.execute(
                    "INSERT INTO kiosk_stand (kiosk, site, from_at) VALUES (?, ?, ?)",
                    id,
                    "site-" + site,
                    from.atStartOfDay(MadeYear.ZONE).toInstant().toEpochMilli());
            return handle.execute(
                    "INSERT INTO kiosk (id, name, site, created_at, health_at, unsent, oldest_unsent_at)"
                            + " VALUES (?, ?, ?, 0, ?, ?, ?)",
                    id,
                    "一体机" + site,
                    "site-" + site,
                    console.clock.millis(),
                    unsent,
                    oldest.map(each -> each.atZone(MadeYear.ZONE).toInstant().toEpochMilli())
                            .orElse(null));
        });
    }

    private void move(MadeYear.Moved moved) {
        console.database.write((handle, changes) -> handle.execute(
                "INSERT INTO reschedule (organization, id, duty, period, title, original_day, new_day, reason, asked_by,"
                        + " asked_at, granted, answer, decided_by, decided_on)"
                        + " VALUES (?, ?, 'THEME_DAY', ?, '', ?, ?, '', 'somebody', 1, ?, '', 'another', ?)",
                moved.org(),
                "m-" + moved.month(),
                "%d-%02d".formatted(MadeYear.YEAR, moved.month()),
                moved.original().toString(),
                moved.newDay().toString(),
                moved.approved().isPresent() ? 1 : null,
                moved.approved().map(LocalDate::toString).orElse(null)));
    }

    private void note(Deed deed) {
        deed.lecturer()
                .ifPresent(name -> console.database.write((handle, changes) -> handle.execute(
                        "INSERT INTO activity_detail (activity, chair) VALUES (?, ?)", deed.id(), name)));
        if (deed.cancelled()) {
            console.database.write((handle, changes) -> handle.execute(
                    "INSERT INTO activity_cancelled (activity, reason, login, at) VALUES (?, '', '', 0)", deed.id()));
        }
    }

    /// Everything of a community by its kiosk, in one go.
    private void tell() {
        for (int site = 1; site <= 3; site++) {
            var community = "c" + site;
            var ledger = new TestLedger(new KioskId("k" + site));
            made.deeds.stream()
                    .filter(deed -> deed.org().startsWith(community))
                    .filter(deed -> deed.day().isBefore(today()))
                    .forEach(deed -> tell(ledger, deed));
            for (long first = 1; first <= ledger.size(); first += A_PUSH) {
                var push = ledger.push(first, Math.min(ledger.size(), first + A_PUSH - 1));
                var taken = console.ledger
                        .append(ledger.kiosk(), ledger.epoch(), push)
                        .orElseThrow()
                        .join();
                if (!(taken instanceof AppendResult.Taken)) {
                    throw new IllegalStateException("not taken: " + taken);
                }
            }
        }
    }

    static LocalDate today() {
        return LocalDate.of(MadeYear.YEAR, 11, 23);
    }

    private void tell(TestLedger ledger, Deed deed) {
        var activity = MadeYear.activity(deed);
        var rolls = console.database.read(handle -> console.roster.now(handle).rolls(activity));
        for (var roll : rolls) {
            int come = roll.organization().value().equals(deed.org()) ? deed.came() : deed.partnerCame();
            tell(ledger, roll, come, activity.starts(), deed);
        }
    }

    /// Some of the others have leave; the kiosk's clock is an hour wrong now and then.
    private void tell(TestLedger ledger, RollSnapshot roll, int come, Instant starts, Deed deed) {
        var at = lots.nextInt(10) == 0 ? starts.plusSeconds(3600) : starts;
        if (come > 0) {
            ledger.add(new AttendanceFact.RollFrozen(roll, FreezeCause.FIRST_TAP, 1), at);
        }
        var entries = roll.entries();
        for (int n = 0; n < entries.size(); n++) {
            boolean leave = n >= come && lots.nextInt(4) == 0;
            if (!deed.cancelled()) {
                attended.add(new Attended(
                        deed.id(),
                        deed.org(),
                        roll.organization().value(),
                        entries.get(n).member().value(),
                        deed.day(),
                        n < come,
                        leave));
            }
            if (n < come) {
                ledger.add(came(roll, entries.get(n)), at.plusSeconds(n));
            } else if (leave) {
                ledger.add(
                        new AttendanceFact.LeaveGranted(
                                roll.activity(),
                                entries.get(n).member(),
                                AttendanceFact.LeaveKind.SICK,
                                new Handling("staff-1", "请假"),
                                "staff-1"),
                        at);
            }
        }
    }

    private static AttendanceFact came(RollSnapshot roll, RollEntry entry) {
        return new AttendanceFact.CheckedIn(
                roll.activity(),
                entry.member(),
                AttendanceRole.MEMBER,
                CheckInMethod.CARD,
                false,
                Optional.of(roll.organization()),
                false);
    }

    @Override
    public void close() {
        console.close();
    }
}
