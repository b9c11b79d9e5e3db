package cn.dangqun.protocol;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.protocol.wire.AbsenceExplained;
import cn.dangqun.protocol.wire.CheckInCorrected;
import cn.dangqun.protocol.wire.FactRecord;
import cn.dangqun.protocol.wire.GuestsCounted;
import cn.dangqun.protocol.wire.LeaveGranted;
import cn.dangqun.protocol.wire.PaperSheetKept;
import cn.dangqun.protocol.wire.Registered;
import cn.dangqun.protocol.wire.Signed;
import java.time.Instant;
import java.util.Optional;

/// The facts of attendance that staff record, to messages and back.
final class PresenceCodec {
    private PresenceCodec() {}

    static void encode(AttendanceFact.ByStaff fact, FactRecord.Builder record) {
        switch (fact) {
            case AttendanceFact.Registered f -> record.setRegistered(registered(f));
            case AttendanceFact.Signed f ->
                record.setSigned(Signed.newBuilder()
                        .setActivity(f.activity().value())
                        .setMember(f.member().value())
                        .setStrokes(SealedIds.encode(f.strokes()))
                        .setStaff(f.staff().orElse("")));
            case AttendanceFact.LeaveGranted f ->
                record.setLeaveGranted(LeaveGranted.newBuilder()
                        .setActivity(f.activity().value())
                        .setMember(f.member().value())
                        .setKind(LeaveGranted.Kind.valueOf(f.kind().name()))
                        .setBy(SealedIds.encode(f.by()))
                        .setApprover(f.approver()));
            case AttendanceFact.AbsenceExplained f ->
                record.setAbsenceExplained(AbsenceExplained.newBuilder()
                        .setActivity(f.activity().value())
                        .setMember(f.member().value())
                        .setBy(SealedIds.encode(f.by())));
            case AttendanceFact.CheckInCorrected f ->
                record.setCheckInCorrected(CheckInCorrected.newBuilder()
                        .setActivity(f.activity().value())
                        .setMember(f.member().value())
                        .setBy(SealedIds.encode(f.by())));
        }
    }

    private static Registered.Builder registered(AttendanceFact.Registered f) {
        return Registered.newBuilder()
                .setActivity(f.activity().value())
                .setMember(f.member().value())
                .setRole(Registered.Role.valueOf(f.as().role().name()))
                .setHow(Registered.How.valueOf(f.how().name()))
                .setCameMillis(f.came().toEpochMilli())
                .setRoll(f.as().roll().map(OrganizationId::value).orElse(""))
                .setBy(SealedIds.encode(f.by()))
                .setApprover(f.approver().orElse(""))
                .setSheet(SealedIds.encode(f.sheet()))
                .setLate(f.as().late())
                .setToSign(f.as().toSign());
    }

    static void encode(AttendanceFact.GuestsCounted f, FactRecord.Builder record) {
        record.setGuestsCounted(GuestsCounted.newBuilder()
                .setActivity(f.activity().value())
                .setKind(GuestsCounted.Kind.valueOf(f.kind().name()))
                .setNumber(f.number())
                .setStaff(f.staff()));
    }

    static void encode(AttendanceFact.PaperSheetKept f, FactRecord.Builder record) {
        record.setPaperSheetKept(PaperSheetKept.newBuilder()
                .setActivity(f.activity().value())
                .setPicture(SealedIds.encode(f.picture()))
                .setStaff(f.staff()));
    }

    static AttendanceFact decode(FactRecord record) throws UnreadableException {
        return switch (record.getFactCase()) {
            case REGISTERED -> registered(record.getRegistered());
            case SIGNED -> {
                var f = record.getSigned();
                yield new AttendanceFact.Signed(
                        new ActivityId(f.getActivity()),
                        new MemberId(f.getMember()),
                        SealedIds.decodeOptional(f.getStrokes()),
                        SealedIds.optional(f.getStaff()));
            }
            case LEAVE_GRANTED -> {
                var f = record.getLeaveGranted();
                yield new AttendanceFact.LeaveGranted(
                        new ActivityId(f.getActivity()),
                        new MemberId(f.getMember()),
                        AttendanceFact.LeaveKind.valueOf(f.getKind().name()),
                        SealedIds.decode(f.getBy()),
                        f.getApprover());
            }
            case ABSENCE_EXPLAINED -> {
                var f = record.getAbsenceExplained();
                yield new AttendanceFact.AbsenceExplained(
                        new ActivityId(f.getActivity()), new MemberId(f.getMember()), SealedIds.decode(f.getBy()));
            }
            case CHECK_IN_CORRECTED -> {
                var f = record.getCheckInCorrected();
                yield new AttendanceFact.CheckInCorrected(
                        new ActivityId(f.getActivity()), new MemberId(f.getMember()), SealedIds.decode(f.getBy()));
            }
            case GUESTS_COUNTED -> {
                var f = record.getGuestsCounted();
                yield new AttendanceFact.GuestsCounted(
                        new ActivityId(f.getActivity()),
                        GuestKind.valueOf(f.getKind().name()),
                        f.getNumber(),
                        f.getStaff());
            }
            case PAPER_SHEET_KEPT -> {
                var f = record.getPaperSheetKept();
                yield new AttendanceFact.PaperSheetKept(
                        new ActivityId(f.getActivity()), SealedIds.decode(f.getPicture()), f.getStaff());
            }
            default -> throw FactCodec.unknown();
        };
    }

    private static AttendanceFact registered(Registered f) {
        return new AttendanceFact.Registered(
                new ActivityId(f.getActivity()),
                new MemberId(f.getMember()),
                new AttendanceFact.Counting(
                        AttendanceRole.valueOf(f.getRole().name()),
                        f.getRoll().isEmpty() ? Optional.empty() : Optional.of(new OrganizationId(f.getRoll())),
                        f.getLate(),
                        f.getToSign()),
                AttendanceFact.Registration.valueOf(f.getHow().name()),
                Instant.ofEpochMilli(f.getCameMillis()),
                SealedIds.decode(f.getBy()),
                SealedIds.optional(f.getApprover()),
                SealedIds.decodeOptional(f.getSheet()));
    }
}
