package cn.dangqun.protocol;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.ExemptionKind;
import cn.dangqun.domain.attendance.FreezeCause;
import cn.dangqun.domain.attendance.RollSnapshot;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.protocol.wire.RollEntry;
import cn.dangqun.protocol.wire.RollFrozen;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Frozen rolls to messages and back. The digest tells at a glance whether two freezings say the same.
public final class RollCodec {
    private RollCodec() {}

    static RollFrozen.Builder encode(AttendanceFact.RollFrozen f) {
        return RollFrozen.newBuilder()
                .setActivity(f.activity().value())
                .setOrganization(f.roll().organization().value())
                .setHeldOn(f.roll().heldOn().toString())
                .setCause(RollFrozen.Cause.valueOf(f.cause().name()))
                .setReference(f.reference())
                .addAllEntries(entries(f.roll()))
                .setDigest(digest(f.roll()));
    }

    /// @throws UnreadableException when the entries are not those that were digested
    static AttendanceFact.RollFrozen decode(RollFrozen f) throws UnreadableException {
        var roll = roll(new ActivityId(f.getActivity()), f.getOrganization(), f.getHeldOn(), f.getEntriesList());
        if (!digest(roll).equals(f.getDigest())) {
            throw new UnreadableException(UnreadableException.Fault.MALFORMED, "a roll that does not fit its digest");
        }
        return new AttendanceFact.RollFrozen(
                roll, FreezeCause.valueOf(f.getCause().name()), f.getReference());
    }

    /// A roll by itself, for whoever keeps one.
    public static byte[] write(RollSnapshot roll) {
        return RollFrozen.newBuilder()
                .setActivity(roll.activity().value())
                .setOrganization(roll.organization().value())
                .setHeldOn(roll.heldOn().toString())
                .addAllEntries(entries(roll))
                .build()
                .toByteArray();
    }

    /// @throws UnreadableException when it was not written so
    public static RollSnapshot read(byte[] bytes) throws UnreadableException {
        try {
            var f = RollFrozen.parseFrom(bytes);
            return roll(new ActivityId(f.getActivity()), f.getOrganization(), f.getHeldOn(), f.getEntriesList());
        } catch (InvalidProtocolBufferException | IllegalArgumentException | DateTimeException e) {
            throw new UnreadableException("a roll is malformed", e);
        }
    }

    static List<RollEntry> entries(RollSnapshot roll) {
        return roll.entries().stream()
                .map(each -> RollEntry.newBuilder()
                        .setMember(each.member().value())
                        .setVoting(each.voting())
                        .setExemption(each.exemption()
                                .map(kind -> RollEntry.Exemption.valueOf(kind.name()))
                                .orElse(RollEntry.Exemption.NONE))
                        .build())
                .toList();
    }

    /// @throws IllegalArgumentException when it is no roll
    static RollSnapshot roll(ActivityId activity, String organization, String heldOn, List<RollEntry> entries) {
        return new RollSnapshot(
                activity,
                new OrganizationId(organization),
                LocalDate.parse(heldOn),
                entries.stream().map(RollCodec::entry).toList());
    }

    private static cn.dangqun.domain.attendance.RollEntry entry(RollEntry entry) {
        return new cn.dangqun.domain.attendance.RollEntry(
                new MemberId(entry.getMember()),
                entry.getVoting(),
                entry.getExemption() == RollEntry.Exemption.NONE
                        ? Optional.empty()
                        : Optional.of(ExemptionKind.valueOf(entry.getExemption().name())));
    }

    /// SHA-256 over activity, organisation, day and every entry, each ended by a line feed.
    private static ByteString digest(RollSnapshot roll) {
        var text = new StringBuilder();
        text.append(roll.activity()).append('\n');
        text.append(roll.organization()).append('\n').append(roll.heldOn()).append('\n');
        roll.entries()
                .forEach(each -> text.append(each.member())
                        .append(each.voting() ? " voting " : " - ")
                        .append(each.exemption().map(ExemptionKind::name).orElse("-"))
                        .append('\n'));
        try {
            return ByteString.copyFrom(
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
