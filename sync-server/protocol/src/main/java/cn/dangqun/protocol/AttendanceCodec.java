package cn.dangqun.protocol;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.protocol.wire.CheckInVoided;
import cn.dangqun.protocol.wire.CheckedIn;
import cn.dangqun.protocol.wire.FactRecord;
import cn.dangqun.protocol.wire.GuestCheckedIn;
import com.google.protobuf.ByteString;
import java.util.Optional;

/// The facts of attendance, to messages and back.
final class AttendanceCodec {
    private AttendanceCodec() {}

    static void encode(AttendanceFact fact, FactRecord.Builder record) {
        switch (fact) {
            case AttendanceFact.CheckedIn f -> record.setCheckedIn(checkedIn(f));
            case AttendanceFact.GuestCheckedIn f -> record.setGuestCheckedIn(guest(f));
            case AttendanceFact.CheckInVoided f -> record.setCheckInVoided(voided(f));
            case AttendanceFact.RollFrozen f -> record.setRollFrozen(RollCodec.encode(f));
            case AttendanceFact.ByStaff f -> PresenceCodec.encode(f, record);
            case AttendanceFact.GuestsCounted f -> PresenceCodec.encode(f, record);
            case AttendanceFact.PaperSheetKept f -> PresenceCodec.encode(f, record);
        }
    }

    static AttendanceFact decode(FactRecord record) throws UnreadableException {
        return switch (record.getFactCase()) {
            case CHECKED_IN -> checkedIn(record.getCheckedIn());
            case GUEST_CHECKED_IN -> guest(record.getGuestCheckedIn());
            case CHECK_IN_VOIDED -> voided(record.getCheckInVoided());
            case ROLL_FROZEN -> RollCodec.decode(record.getRollFrozen());
            default -> PresenceCodec.decode(record);
        };
    }

    private static CheckedIn.Builder checkedIn(AttendanceFact.CheckedIn f) {
        return CheckedIn.newBuilder()
                .setActivity(f.activity().value())
                .setMember(f.member().value())
                .setRole(CheckedIn.Role.valueOf(f.role().name()))
                .setMethod(CheckedIn.Method.valueOf(f.method().name()))
                .setLate(f.late())
                .setRoll(f.roll().map(OrganizationId::value).orElse(""))
                .setToSign(f.toSign());
    }

    private static AttendanceFact checkedIn(CheckedIn f) {
        return new AttendanceFact.CheckedIn(
                new ActivityId(f.getActivity()),
                new MemberId(f.getMember()),
                AttendanceRole.valueOf(f.getRole().name()),
                CheckInMethod.valueOf(f.getMethod().name()),
                f.getLate(),
                f.getRoll().isEmpty() ? Optional.empty() : Optional.of(new OrganizationId(f.getRoll())),
                f.getToSign());
    }

    private static GuestCheckedIn.Builder guest(AttendanceFact.GuestCheckedIn f) {
        var guest = GuestCheckedIn.newBuilder()
                .setActivity(f.activity().value())
                .setKind(GuestCheckedIn.Kind.valueOf(f.kind().name()))
                .setCardKey(f.card().map(CardKeys::key).orElse(ByteString.EMPTY))
                .setCardUnder(f.card().map(CardKeys::under).orElse(ByteString.EMPTY));
        f.named()
                .ifPresent(named -> guest.setName(SealedIds.encode(named.name()))
                        .setBelongs(SealedIds.encode(named.belongs()))
                        .setBy(SealedIds.encode(named.by())));
        return guest;
    }

    private static AttendanceFact guest(GuestCheckedIn f) {
        var card = f.getCardKey().isEmpty()
                ? Optional.<CardKey>empty()
                : Optional.of(CardKeys.decode(f.getCardKey(), f.getCardUnder()));
        return new AttendanceFact.GuestCheckedIn(
                new ActivityId(f.getActivity()),
                GuestKind.valueOf(f.getKind().name()),
                card,
                f.hasBy()
                        ? Optional.of(new AttendanceFact.Named(
                                SealedIds.decode(f.getName()),
                                SealedIds.decode(f.getBelongs()),
                                SealedIds.decode(f.getBy())))
                        : Optional.empty());
    }

    private static CheckInVoided.Builder voided(AttendanceFact.CheckInVoided f) {
        var voided = CheckInVoided.newBuilder()
                .setActivity(f.activity().value())
                .setVoidedSeq(f.voidedSeq())
                .setReason(CheckInVoided.Reason.valueOf(f.reason().name()));
        f.voided().ifPresent(origin -> voided.setVoided(Origins.encode(origin)));
        f.by().ifPresent(by -> voided.setBy(SealedIds.encode(by)));
        return voided;
    }

    private static AttendanceFact voided(CheckInVoided f) {
        return new AttendanceFact.CheckInVoided(
                new ActivityId(f.getActivity()),
                f.getVoidedSeq(),
                AttendanceFact.VoidReason.valueOf(f.getReason().name()),
                f.hasVoided() ? Optional.of(Origins.decode(f.getVoided())) : Optional.empty(),
                f.hasBy() ? Optional.of(SealedIds.decode(f.getBy())) : Optional.empty());
    }
}
