package cn.dangqun.server.life;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.FreezeCause;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.fact.StreetFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A [YearUnderTest] in which hours were fixed, with what the year itself does not have: trainings, somebody of another
/// community, people who are frail, and a branch by other rules. Everything is noted in plain figures too.
final class HoursUnderTest {
    static final LocalDate HALF = LocalDate.of(MadeYear.YEAR, 6, 30);

    final YearUnderTest year;
    final PlainHours plain;
    private final KioskId late;

    HoursUnderTest(Path directory) {
        year = new YearUnderTest(directory, 20261129);
        plain = new PlainHours(year, Set.of("c3-b1", "c3-b2", "c3-b4"));
        List.of("c3-b1", "c3-b2", "c3-b4").forEach(each -> rule(each, "CHENGDU_2021"));
        year.made.deeds.forEach(this::fix);
        late = year.console.kiosk(1);
        year.console.heartbeat(late);
        training("t1", "c1", LocalDate.of(2026, 4, 15), 8, 0, List.of("C1-B1-M1", "C1-B1-M4", "C1-B3-M1", "C1-B3-M2"));
        training("t2", "c1", LocalDate.of(2026, 10, 12), 0, 4, List.of("C3-B3-M1", "C1-B3-M1", "C2-B1-M1"));
        frail("C2-B1-M2");
        frail("C1-B1-M2");
        linked();
    }

    /// The check-in that arrives now; its number in the kiosk's ledger.
    long comes(YearUnderTest.Attended missed) {
        return year.console.fact(late, came(missed.activity(), missed.member(), Optional.of(missed.roll())));
    }

    /// Hours by the type; of every ninth theme day nobody fixed any.
    private void fix(MadeYear.Deed deed) {
        int hours = switch (deed.type()) {
            case THEME_DAY -> deed.id().hashCode() % 9 == 0 ? 0 : 4;
            case PARTY_LECTURE -> 3;
            case MEMBER_MEETING -> 2;
            default -> 0;
        };
        if (hours > 0) {
            detail(deed.id(), hours, 0);
            if (!deed.cancelled()) {
                plain.given.put(deed.id(), new PlainHours.Given(hours, false, deed.day()));
            }
        }
    }

    private void detail(String activity, int hours, int halfDays) {
        year.console.database.write((handle, changes) -> handle.execute(
                "INSERT INTO activity_detail (activity, hours, half_days) VALUES (?, nullif(?, 0), nullif(?, 0))"
                        + " ON CONFLICT (street, activity) DO UPDATE SET hours = excluded.hours",
                activity,
                hours,
                halfDays));
    }

    /// Everybody who was asked came; two days are sixteen hours.
    private void training(String id, String holder, LocalDate day, int hours, int halfDays, List<String> invited) {
        var starts = day.atTime(9, 0).atZone(MadeYear.ZONE).toInstant();
        var ends = day.atTime(17, 0).atZone(MadeYear.ZONE).toInstant();
        var training = new Activity(
                        new ActivityId(id),
                        ActivityType.TRAINING,
                        new OrganizationId(holder),
                        "样例培训" + id,
                        "会议室",
                        day,
                        starts,
                        ends,
                        CheckInWindow.around(starts, ends))
                .inviting(invited.stream().map(MemberId::new).toList());
        year.console.reference.publish(List.of(new ReferenceItem.ActivityItem(training)));
        detail(id, hours, halfDays);
        plain.given.put(id, new PlainHours.Given(hours + 4 * halfDays, true, day));
        var roll = year.console
                .database
                .read(handle -> year.console.roster.now(handle).rolls(training))
                .getFirst();
        year.console.fact(late, new AttendanceFact.RollFrozen(roll, FreezeCause.FIRST_TAP, 1));
        for (var member : invited) {
            year.console.fact(late, came(id, member, Optional.of(holder)));
            plain.extras.add(new PlainHours.Extra(member, id, day, true));
        }
    }

    private static AttendanceFact came(String activity, String member, Optional<String> roll) {
        return new AttendanceFact.CheckedIn(
                new ActivityId(activity),
                new MemberId(member),
                roll.isPresent() ? AttendanceRole.MEMBER : AttendanceRole.LINKED,
                CheckInMethod.CARD,
                false,
                roll.map(OrganizationId::new),
                false);
    }

    /// Somebody of another community comes to a theme day of the first: hours, and on no roll (OQ-20).
    private void linked() {
        var day = year.made.deeds.stream()
                .filter(each -> plain.given.containsKey(each.id()) && each.org().equals("c1-b1"))
                .filter(each -> each.day().isBefore(HALF) && each.type() == ActivityType.THEME_DAY)
                .findFirst()
                .orElseThrow();
        year.console.fact(late, came(day.id(), "C2-B3-M5", Optional.empty()));
        plain.extras.add(new PlainHours.Extra("C2-B3-M5", day.id(), day.day(), true));
    }

    private void frail(String member) {
        year.console.database.write((handle, changes) ->
                handle.execute("INSERT INTO member_detail (member, categories) VALUES (?, 'FRAIL,RETIRED')", member));
        plain.frail.add(member);
    }

    private void rule(String organization, String profile) {
        year.console.database.write((handle, changes) -> handle.execute(
                "INSERT INTO organization_rules (organization, since, profile, params, committee, theme_day, reason,"
                        + " login, at) VALUES (?, '2025-06-01', ?, '', NULL, NULL, '', '', 0)",
                organization,
                profile));
    }

    void setAside(YearUnderTest.Attended missed, long seq) {
        var record = new FactId(late, new Epoch("0123456789abcdef0123456789abcdef"), seq);
        var item = ReviewItem.ofRecord(
                ReviewItem.Kind.CLOCK, new ActivityId(missed.activity()), new MemberId(missed.member()), record);
        year.console.database.write((handle, changes) -> year.console
                .ledger
                .street()
                .append(
                        handle,
                        changes,
                        new StreetFact.ItemDecided(
                                item, ReviewItem.Answer.SET_ASIDE, new StreetFact.Ruling("reviewer", "核实没有到会"))));
    }
}
