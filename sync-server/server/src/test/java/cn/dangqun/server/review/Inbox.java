package cn.dangqun.server.review;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.FreezeCause;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.attendance.Roster;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.AttendanceFact.Counting;
import cn.dangqun.domain.fact.AttendanceFact.Registration;
import cn.dangqun.domain.fact.ClockQuality;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationTree;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.TestLedger;
import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A street with something of every kind for reviewers, all through the ledgers of its kiosks.
public final class Inbox {
    private static final Epoch EPOCH = new Epoch("fedcba9876543210fedcba9876543210");

    public final ConsoleUnderTest console;
    public final Activity activity;
    public final List<Member> roll;
    final KioskId kiosk;
    final KioskId second;
    private final KioskId wrong;
    private final TestLedger wrongLedger;
    private int cards;

    public Inbox(ConsoleUnderTest console) {
        this(console, 0);
    }

    /// The first so many members are not on the roll as it was frozen.
    Inbox(ConsoleUnderTest console, int unlisted) {
        this.console = console;
        this.activity = console.open().getFirst();
        this.roll = console.roll(activity.organization());
        this.kiosk = console.kiosk(1);
        this.second = console.kiosk(2);
        this.wrong = console.kiosk(1);
        this.wrongLedger = new TestLedger(wrong, EPOCH);
        freeze(roll.subList(unlisted, roll.size()));
    }

    private void freeze(List<Member> members) {
        var roster = new Roster(new OrganizationTree(console.organizations()), members, List.of());
        console.fact(kiosk, new AttendanceFact.RollFrozen(roster.rolls(activity).getFirst(), FreezeCause.OPENED, 0));
    }

    public MemberId member(int who) {
        return roll.get(who).id();
    }

    AttendanceFact.CheckedIn tap(int who, boolean toSign) {
        return new AttendanceFact.CheckedIn(
                activity.id(),
                member(who),
                AttendanceRole.MEMBER,
                CheckInMethod.CARD,
                false,
                Optional.of(activity.organization()),
                toSign);
    }

    public void present(int who) {
        console.fact(kiosk, tap(who, false));
    }

    /// At one kiosk, and five minutes later at another, late.
    public void twice(int who) {
        present(who);
        later(Duration.ofMinutes(5));
        console.fact(
                second,
                new AttendanceFact.CheckedIn(
                        activity.id(),
                        member(who),
                        AttendanceRole.MEMBER,
                        CheckInMethod.CARD,
                        true,
                        Optional.of(activity.organization())));
    }

    /// At the own branch, and at what another centre holds at the same time.
    public Activity inTwoPlaces(int who) {
        present(who);
        var other = console.open().stream()
                .filter(each -> !each.id().equals(activity.id())
                        && each.starts().isBefore(activity.ends())
                        && activity.starts().isBefore(each.ends()))
                .findFirst()
                .orElseThrow();
        console.fact(
                second,
                new AttendanceFact.CheckedIn(
                        other.id(), member(who), AttendanceRole.LINKED, CheckInMethod.CARD, false));
        return other;
    }

    public void guest() {
        guestAt(kiosk);
    }

    /// Registered by staff: what they wrote has not come yet.
    void guestByName() {
        var word = String.format("%064x", ++cards);
        var hand = new AttendanceFact.Named(new SealedId(word), new SealedId(word), new Handling("staff-1", "没有带证件"));
        console.fact(
                kiosk,
                new AttendanceFact.GuestCheckedIn(
                        activity.id(), GuestKind.FLOATING, Optional.empty(), Optional.of(hand)));
    }

    void guestAtTheOther() {
        guestAt(second);
    }

    private void guestAt(KioskId where) {
        console.fact(
                where,
                new AttendanceFact.GuestCheckedIn(
                        activity.id(), GuestKind.FLOATING, Optional.of(new CardKey(String.format("%064x", ++cards)))));
    }

    /// From a kiosk whose clock cannot be right.
    public void doubtful(int who) {
        var at = console.clock.instant();
        var clock = new ClockReading(at, "boot", Duration.ofSeconds(1), Optional.empty(), Optional.empty())
                .decided(new ClockReading.Decided(at, ClockQuality.DOUBTFUL));
        var id = new FactId(wrong, EPOCH, wrongLedger.size() + 1);
        wrongLedger.addBytes(ByteString.copyFrom(FactCodec.encode(new RecordedFact(id, clock, tap(who, false)))));
        console.ledger
                .append(wrong, EPOCH, wrongLedger.push(wrongLedger.size(), wrongLedger.size()))
                .orElseThrow()
                .join();
    }

    public void makeUp(int who) {
        console.fact(kiosk, registered(who, "staff-1"));
    }

    /// The same at a meeting where people sign.
    void makeUpToSign(int who) {
        console.fact(kiosk, registered(who, "staff-1", true));
    }

    Fact registered(int who, String staff) {
        return registered(who, staff, false);
    }

    private Fact registered(int who, String staff, boolean toSign) {
        return new AttendanceFact.Registered(
                activity.id(),
                member(who),
                new Counting(AttendanceRole.MEMBER, Optional.of(activity.organization()), false, toSign),
                Registration.AFTERWARDS,
                activity.starts(),
                new Handling(staff, "忘带证件"),
                Optional.empty(),
                Optional.empty());
    }

    public void unsigned(int who) {
        console.fact(kiosk, tap(who, true));
    }

    public void opened() {
        console.fact(kiosk, new SessionFact.Opened(activity.id(), Optional.empty(), "staff-1"));
    }

    void closedAtTheOther() {
        console.fact(second, closed());
    }

    /// By the machine that took the place of the one that opened it, with an empty disk.
    void closedByTheSuccessor() {
        var successor = new TestLedger(kiosk, EPOCH).add(closed(), console.clock.instant());
        console.ledger.append(kiosk, EPOCH, successor.pushAll()).orElseThrow().join();
    }

    private Fact closed() {
        return new SessionFact.Closed(activity.id(), Optional.of("staff-1"));
    }

    /// Takes back a check-in that nobody has seen.
    public void contradiction() {
        console.fact(
                kiosk,
                new AttendanceFact.CheckInVoided(activity.id(), 4000, AttendanceFact.VoidReason.STAFF_CORRECTION));
    }

    OrganizationId branch() {
        return activity.organization();
    }

    void later(Duration by) {
        console.clock.advance(by);
    }
}
