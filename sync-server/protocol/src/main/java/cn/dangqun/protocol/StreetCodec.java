package cn.dangqun.protocol;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.fact.AttendanceFact.Counting;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.fact.StreetFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.protocol.wire.ActivityReviewed;
import cn.dangqun.protocol.wire.BooksFiled;
import cn.dangqun.protocol.wire.CheckInChosen;
import cn.dangqun.protocol.wire.FactName;
import cn.dangqun.protocol.wire.FactRecord;
import cn.dangqun.protocol.wire.FeeNoted;
import cn.dangqun.protocol.wire.GuestMatched;
import cn.dangqun.protocol.wire.ItemDecided;
import cn.dangqun.protocol.wire.MonthLocked;
import cn.dangqun.protocol.wire.ParkedSettled;
import cn.dangqun.protocol.wire.ReportNoted;
import cn.dangqun.protocol.wire.RollAmended;
import cn.dangqun.protocol.wire.Ruling;
import cn.dangqun.protocol.wire.StudyNoted;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/// The street's own facts, to messages and back.
final class StreetCodec {
    private StreetCodec() {}

    static void encode(StreetFact fact, FactRecord.Builder record) {
        var ruling = Ruling.newBuilder()
                .setLogin(fact.ruling().login())
                .setReason(fact.ruling().reason());
        switch (fact) {
            case StreetFact.ParkedSettled f ->
                record.setParkedSettled(ParkedSettled.newBuilder()
                        .setKiosk(f.record().kiosk().value())
                        .setEpoch(f.record().epoch().hex())
                        .setSeq(f.record().seq())
                        .setSettlement(
                                ParkedSettled.Settlement.valueOf(f.settlement().name()))
                        .setLogin(f.ruling().login())
                        .setReason(f.ruling().reason()));
            case StreetFact.GuestMatched f ->
                record.setGuestMatched(GuestMatched.newBuilder()
                        .setGuest(name(f.guest()))
                        .setMember(f.member().value())
                        .setRuling(ruling)
                        .setActivity(f.activity().value())
                        .setRole(f.as().role().name())
                        .setRoll(f.as().roll().map(OrganizationId::value).orElse(""))
                        .setLate(f.as().late()));
            case StreetFact.CheckInChosen f ->
                record.setCheckInChosen(CheckInChosen.newBuilder()
                        .setCheckIn(name(f.checkIn()))
                        .setRuling(ruling)
                        .setActivity(f.activity().value())
                        .setMember(f.member().value()));
            case StreetFact.RollAmended f ->
                record.setRollAmended(RollAmended.newBuilder()
                        .setActivity(f.activity().value())
                        .setOrganization(f.organization().value())
                        .setMember(f.member().value())
                        .setVoting(f.voting())
                        .setRuling(ruling));
            case StreetFact.ItemDecided f ->
                record.setItemDecided(ItemDecided.newBuilder()
                        .setKind(f.item().kind().name())
                        .setKey(f.item().key())
                        .setAnswer(f.answer().name())
                        .setRuling(ruling));
            case StreetFact.ActivityReviewed f ->
                record.setActivityReviewed(ActivityReviewed.newBuilder()
                        .setActivity(f.activity().value())
                        .setOrganization(f.organization().value())
                        .setVerdict(ActivityReviewed.Verdict.valueOf(f.verdict().name()))
                        .setRuling(ruling));
            case StreetFact.MonthLocked f ->
                record.setMonthLocked(MonthLocked.newBuilder()
                        .setMonth(f.month().toString())
                        .setOrganization(f.organization().value())
                        .setLocked(f.locked())
                        .setRuling(ruling));
            case StreetFact.BooksFiled f ->
                record.setBooksFiled(BooksFiled.newBuilder()
                        .setYear(f.year())
                        .setOrganization(f.organization().value())
                        .setFiling(BooksFiled.Filing.valueOf(f.filing().name()))
                        .setRuling(ruling));
            case StreetFact.StudyNoted f ->
                record.setStudyNoted(StudyNoted.newBuilder()
                        .setId(f.id())
                        .setMember(f.member().value())
                        .setStudy(StudyNoted.Study.valueOf(f.study().name()))
                        .setActivity(f.activity().map(ActivityId::value).orElse(""))
                        .setDay(f.day().toString())
                        .setStands(f.stands())
                        .setRuling(ruling));
            case StreetFact.ReportNoted f ->
                record.setReportNoted(ReportNoted.newBuilder()
                        .setMonth(f.month().toString())
                        .setOrganization(f.organization().value())
                        .setStep(ReportNoted.Step.valueOf(f.step().name()))
                        .setDay(f.day().toString())
                        .setParty(f.party())
                        .setAbout(f.about().map(OrganizationId::value).orElse(""))
                        .setRuling(ruling));
            case StreetFact.FeeNoted f ->
                record.setFeeNoted(FeeNoted.newBuilder()
                        .setMember(f.member().value())
                        .setMonth(f.month().toString())
                        .setTicked(f.ticked().map(ActivityId::value).orElse(""))
                        .setPaid(f.paid())
                        .setRuling(ruling));
        }
    }

    private static FactName.Builder name(FactId id) {
        return FactName.newBuilder()
                .setKiosk(id.kiosk().value())
                .setEpoch(id.epoch().hex())
                .setSeq(id.seq());
    }

    private static FactId name(FactName name) {
        return new FactId(new KioskId(name.getKiosk()), new Epoch(name.getEpoch()), name.getSeq());
    }

    private static StreetFact.Ruling ruling(Ruling ruling) {
        return new StreetFact.Ruling(ruling.getLogin(), ruling.getReason());
    }

    private static Optional<ActivityId> activity(String id) {
        return Optional.of(id).filter(each -> !each.isEmpty()).map(ActivityId::new);
    }

    static StreetFact decode(FactRecord record) throws UnreadableException {
        return switch (record.getFactCase()) {
            case PARKED_SETTLED -> {
                var f = record.getParkedSettled();
                yield new StreetFact.ParkedSettled(
                        new FactId(new KioskId(f.getKiosk()), new Epoch(f.getEpoch()), f.getSeq()),
                        StreetFact.Settlement.valueOf(f.getSettlement().name()),
                        new StreetFact.Ruling(f.getLogin(), f.getReason()));
            }
            case GUEST_MATCHED -> {
                var f = record.getGuestMatched();
                yield new StreetFact.GuestMatched(
                        new ActivityId(f.getActivity()),
                        name(f.getGuest()),
                        new MemberId(f.getMember()),
                        new Counting(
                                AttendanceRole.valueOf(f.getRole()),
                                Optional.of(f.getRoll())
                                        .filter(roll -> !roll.isEmpty())
                                        .map(OrganizationId::new),
                                f.getLate(),
                                false),
                        ruling(f.getRuling()));
            }
            case CHECK_IN_CHOSEN -> {
                var f = record.getCheckInChosen();
                yield new StreetFact.CheckInChosen(
                        new ActivityId(f.getActivity()),
                        new MemberId(f.getMember()),
                        name(f.getCheckIn()),
                        ruling(f.getRuling()));
            }
            case ROLL_AMENDED -> {
                var f = record.getRollAmended();
                yield new StreetFact.RollAmended(
                        new ActivityId(f.getActivity()),
                        new OrganizationId(f.getOrganization()),
                        new MemberId(f.getMember()),
                        f.getVoting(),
                        ruling(f.getRuling()));
            }
            case ITEM_DECIDED -> {
                var f = record.getItemDecided();
                yield new StreetFact.ItemDecided(
                        new ReviewItem(ReviewItem.Kind.valueOf(f.getKind()), f.getKey()),
                        ReviewItem.Answer.valueOf(f.getAnswer()),
                        ruling(f.getRuling()));
            }
            case ACTIVITY_REVIEWED -> {
                var f = record.getActivityReviewed();
                yield new StreetFact.ActivityReviewed(
                        new ActivityId(f.getActivity()),
                        new OrganizationId(f.getOrganization()),
                        StreetFact.Verdict.valueOf(f.getVerdict().name()),
                        ruling(f.getRuling()));
            }
            case MONTH_LOCKED -> {
                var f = record.getMonthLocked();
                yield new StreetFact.MonthLocked(
                        YearMonth.parse(f.getMonth()),
                        new OrganizationId(f.getOrganization()),
                        f.getLocked(),
                        ruling(f.getRuling()));
            }
            case BOOKS_FILED -> {
                var f = record.getBooksFiled();
                yield new StreetFact.BooksFiled(
                        f.getYear(),
                        new OrganizationId(f.getOrganization()),
                        StreetFact.Filing.valueOf(f.getFiling().name()),
                        ruling(f.getRuling()));
            }
            case STUDY_NOTED -> {
                var f = record.getStudyNoted();
                yield new StreetFact.StudyNoted(
                        f.getId(),
                        new MemberId(f.getMember()),
                        StreetFact.Study.valueOf(f.getStudy().name()),
                        activity(f.getActivity()),
                        LocalDate.parse(f.getDay()),
                        f.getStands(),
                        ruling(f.getRuling()));
            }
            case REPORT_NOTED -> {
                var f = record.getReportNoted();
                yield new StreetFact.ReportNoted(
                        YearMonth.parse(f.getMonth()),
                        new OrganizationId(f.getOrganization()),
                        StreetFact.ReportStep.valueOf(f.getStep().name()),
                        LocalDate.parse(f.getDay()),
                        f.getParty(),
                        Optional.of(f.getAbout())
                                .filter(each -> !each.isEmpty())
                                .map(OrganizationId::new),
                        ruling(f.getRuling()));
            }
            case FEE_NOTED -> {
                var f = record.getFeeNoted();
                yield new StreetFact.FeeNoted(
                        new MemberId(f.getMember()),
                        YearMonth.parse(f.getMonth()),
                        activity(f.getTicked()),
                        f.getPaid(),
                        ruling(f.getRuling()));
            }
            default -> throw FactCodec.unknown();
        };
    }
}
