package cn.dangqun.protocol;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.activity.Preparation;
import cn.dangqun.domain.content.ContentFile;
import cn.dangqun.domain.content.ContentId;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.reference.ReferenceChange;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.domain.staff.StaffCode;
import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.domain.voice.VolumeSchedule;
import cn.dangqun.protocol.UnreadableException.Fault;
import cn.dangqun.protocol.wire.ActivityItem;
import cn.dangqun.protocol.wire.CardBindingItem;
import cn.dangqun.protocol.wire.KioskSettingsItem;
import cn.dangqun.protocol.wire.OrganizationItem;
import cn.dangqun.protocol.wire.Removed;
import cn.dangqun.protocol.wire.RevokedCodeItem;
import cn.dangqun.protocol.wire.StaffItem;
import cn.dangqun.protocol.wire.StreetKeyItem;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reference changes to bytes and back; kiosk and server store the same bytes.
public final class ReferenceCodec {
    private ReferenceCodec() {}

    public static byte[] encode(ReferenceChange change) {
        var wire = cn.dangqun.protocol.wire.ReferenceChange.newBuilder()
                .setNumber(change.number())
                .setId(change.id());
        if (change.item().isEmpty()) {
            wire.setRemoved(Removed.newBuilder()
                    .setKind(cn.dangqun.protocol.wire.ReferenceKind.valueOf(
                            change.kind().name())));
        } else {
            put(wire, change.item().get());
        }
        return wire.build().toByteArray();
    }

    private static void put(cn.dangqun.protocol.wire.ReferenceChange.Builder wire, ReferenceItem item) {
        switch (item) {
            case ReferenceItem.OrganizationItem(var o) ->
                wire.setOrganization(OrganizationItem.newBuilder()
                        .setParent(o.parent().map(OrganizationId::value).orElse(""))
                        .setLevel(o.level().name())
                        .setOrgClass(o.orgClass().name())
                        .setName(o.name()));
            case ReferenceItem.MemberItem(var member) -> wire.setMember(RosterCodec.encode(member));
            case ReferenceItem.CommitteeSeatItem(var seat) -> wire.setCommitteeSeat(RosterCodec.encode(seat));
            case ReferenceItem.ExemptionItem(var ignored, var exemption) ->
                wire.setExemption(RosterCodec.encode(exemption));
            case ReferenceItem.RulesItem(var rules) -> wire.setRules(RosterCodec.encode(rules));
            case ReferenceItem.ReturnedItem returned -> wire.setReturned(ReturnedCodec.encode(returned));
            case ReferenceItem.CardBinding binding ->
                wire.setCardBinding(
                        CardBindingItem.newBuilder().setMember(binding.member().value()));
            case ReferenceItem.ActivityItem(var a) -> wire.setActivity(activity(a));
            case ReferenceItem.StreetKey key ->
                wire.setStreetKey(StreetKeyItem.newBuilder()
                        .setPublicKey(ByteString.copyFrom(key.publicKey().getEncoded()))
                        .setRetiredAfter(
                                key.retiredAfter().map(LocalDate::toString).orElse("")));
            case ReferenceItem.RevokedCode ignored -> wire.setRevokedCode(RevokedCodeItem.getDefaultInstance());
            case ReferenceItem.Staff staff -> wire.setStaff(staff(staff));
            case ReferenceItem.Site site -> wire.setSite(SiteCodec.encode(site));
            case ReferenceItem.WallSlotItem(var slot) -> wire.setWallSlot(WallCodec.wire(slot));
            case ReferenceItem.WallPieceItem(var piece) -> wire.setWallPiece(WallCodec.wire(piece));
            case ReferenceItem.Service service -> wire.setService(CatalogueCodec.encode(service));
            case ReferenceItem.KioskSettings settings ->
                wire.setKioskSettings(KioskSettingsItem.newBuilder()
                        .setVolume(settings.volume().toString()));
            case ReferenceItem.StandingItem(var standing) -> wire.setRequestStanding(StandingCodec.encode(standing));
            case ReferenceItem.SiteQueue(var plan) -> wire.setQueuePlan(CatalogueCodec.encode(plan));
        }
    }

    private static ActivityItem activity(Activity a) {
        return ActivityItem.newBuilder()
                .setType(a.type().name())
                .setOrganization(a.organization().value())
                .setTitle(a.title())
                .setPlace(a.place())
                .setHeldOn(a.heldOn().toString())
                .setStartsMillis(a.starts().toEpochMilli())
                .setEndsMillis(a.ends().toEpochMilli())
                .setOpensMillis(a.window().opens().toEpochMilli())
                .setLateAfterMillis(a.window().lateAfter().toEpochMilli())
                .setClosesMillis(a.window().closes().toEpochMilli())
                .addAllPartners(a.partners().stream().map(OrganizationId::value).toList())
                .addAllInvited(a.invited().stream().map(MemberId::value).toList())
                .addAllMarks(a.marks().stream().map(ActivityType::name).sorted().toList())
                .setNote(a.preparation().note().orElse(""))
                .addAllAgenda(a.preparation().agenda().stream()
                        .map(each -> ActivityItem.PlannedItem.newBuilder()
                                .setKind(each.kind().name())
                                .setTitle(each.title())
                                .build())
                        .toList())
                .build();
    }

    public static ReferenceChange decode(byte[] bytes) throws UnreadableException {
        try {
            var wire = cn.dangqun.protocol.wire.ReferenceChange.parseFrom(bytes);
            if (wire.hasRemoved()) {
                return ReferenceChange.remove(
                        wire.getNumber(),
                        ReferenceKind.valueOf(wire.getRemoved().getKind().name()),
                        wire.getId());
            }
            return ReferenceChange.put(wire.getNumber(), item(wire));
        } catch (InvalidProtocolBufferException
                | IllegalArgumentException
                | DateTimeException
                | GeneralSecurityException e) {
            throw new UnreadableException("reference change is malformed", e);
        }
    }

    private static ReferenceItem item(cn.dangqun.protocol.wire.ReferenceChange wire)
            throws UnreadableException, GeneralSecurityException {
        var id = wire.getId();
        return switch (wire.getChangeCase()) {
            case ORGANIZATION -> new ReferenceItem.OrganizationItem(organization(id, wire.getOrganization()));
            case MEMBER -> new ReferenceItem.MemberItem(RosterCodec.decode(id, wire.getMember()));
            case CARD_BINDING ->
                new ReferenceItem.CardBinding(
                        new CardKey(id), new MemberId(wire.getCardBinding().getMember()));
            case ACTIVITY -> new ReferenceItem.ActivityItem(activity(id, wire.getActivity()));
            case EXEMPTION -> new ReferenceItem.ExemptionItem(id, RosterCodec.decode(wire.getExemption()));
            case RULES -> new ReferenceItem.RulesItem(RosterCodec.decode(wire.getRules()));
            case RETURNED -> ReturnedCodec.decode(wire.getReturned());
            case COMMITTEE_SEAT -> new ReferenceItem.CommitteeSeatItem(RosterCodec.decode(id, wire.getCommitteeSeat()));
            case STREET_KEY -> streetKey(id, wire.getStreetKey());
            case REVOKED_CODE -> new ReferenceItem.RevokedCode(Long.parseLong(id));
            case STAFF -> staff(id, wire.getStaff());
            case SITE -> SiteCodec.decode(id, wire.getSite());
            case WALL_SLOT -> new ReferenceItem.WallSlotItem(WallCodec.slot(id, wire.getWallSlot()));
            case WALL_PIECE -> new ReferenceItem.WallPieceItem(WallCodec.piece(id, wire.getWallPiece()));
            case SERVICE -> CatalogueCodec.decode(id, wire.getService());
            case QUEUE_PLAN -> new ReferenceItem.SiteQueue(CatalogueCodec.decode(id, wire.getQueuePlan()));
            case KIOSK_SETTINGS ->
                new ReferenceItem.KioskSettings(
                        id, VolumeSchedule.of(wire.getKioskSettings().getVolume()));
            case REQUEST_STANDING ->
                new ReferenceItem.StandingItem(StandingCodec.decode(id, wire.getRequestStanding()));
            case REMOVED, CHANGE_NOT_SET ->
                throw new UnreadableException(Fault.UNKNOWN_KIND, "a reference change of an unknown kind");
        };
    }

    private static StaffItem staff(ReferenceItem.Staff staff) {
        var wire = StaffItem.newBuilder()
                .setName(staff.name())
                .setPinVerifier(staff.pinVerifier())
                .setDutyLabel(staff.duty())
                .setRole(StaffItem.Role.valueOf(staff.role().name()));
        staff.code()
                .ifPresent(code -> wire.setCodeId(code.id())
                        .setCodeVerifier(code.verifier())
                        .setCodeUntilMillis(code.until().toEpochMilli()));
        staff.photo()
                .ifPresent(photo ->
                        wire.setPhoto(ByteString.copyFrom(photo.id().raw())).setPhotoBytes(photo.bytes()));
        return wire.build();
    }

    private static ReferenceItem.Staff staff(String id, StaffItem wire) {
        var code = wire.getCodeId().isEmpty()
                ? Optional.<StaffCode>empty()
                : Optional.of(new StaffCode(
                        wire.getCodeId(), wire.getCodeVerifier(), Instant.ofEpochMilli(wire.getCodeUntilMillis())));
        var photo = wire.getPhoto().isEmpty()
                ? Optional.<ContentFile>empty()
                : Optional.of(new ContentFile(ContentId.ofRaw(wire.getPhoto().toByteArray()), wire.getPhotoBytes()));
        return new ReferenceItem.Staff(
                id, wire.getName(), wire.getPinVerifier(), wire.getDutyLabel(), role(wire.getRole()), code, photo);
    }

    private static Organization organization(String id, OrganizationItem o) {
        return new Organization(
                new OrganizationId(id),
                optionalId(o.getParent()),
                OrganizationLevel.valueOf(o.getLevel()),
                OrganizationClass.valueOf(o.getOrgClass()),
                o.getName());
    }

    private static Activity activity(String id, ActivityItem a) {
        return new Activity(
                new ActivityId(id),
                ActivityType.valueOf(a.getType()),
                new OrganizationId(a.getOrganization()),
                a.getTitle(),
                a.getPlace(),
                LocalDate.parse(a.getHeldOn()),
                Instant.ofEpochMilli(a.getStartsMillis()),
                Instant.ofEpochMilli(a.getEndsMillis()),
                new CheckInWindow(
                        Instant.ofEpochMilli(a.getOpensMillis()),
                        Instant.ofEpochMilli(a.getLateAfterMillis()),
                        Instant.ofEpochMilli(a.getClosesMillis())),
                a.getPartnersList().stream().map(OrganizationId::new).toList(),
                a.getInvitedList().stream().map(MemberId::new).toList(),
                a.getMarksList().stream().map(ActivityType::valueOf).collect(Collectors.toUnmodifiableSet()),
                preparation(a));
    }

    private static Preparation preparation(ActivityItem a) {
        return new Preparation(
                Optional.of(a.getNote()).filter(note -> !note.isBlank()),
                a.getAgendaList().stream()
                        .map(each -> new Preparation.PlannedItem(kind(each.getKind()), each.getTitle()))
                        .toList());
    }

    /// What only a newer street knows is an item without a ballot.
    private static AgendaKind kind(String name) {
        return Stream.of(AgendaKind.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(AgendaKind.OTHER);
    }

    private static ReferenceItem streetKey(String id, StreetKeyItem key) throws GeneralSecurityException {
        var publicKey = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(key.getPublicKey().toByteArray()));
        var retired = key.getRetiredAfter().isEmpty()
                ? Optional.<LocalDate>empty()
                : Optional.of(LocalDate.parse(key.getRetiredAfter()));
        return new ReferenceItem.StreetKey(Integer.parseInt(id), publicKey, retired);
    }

    private static Optional<OrganizationId> optionalId(String id) {
        return id.isEmpty() ? Optional.empty() : Optional.of(new OrganizationId(id));
    }

    /// A role that only a newer street knows may do the least.
    private static StaffRole role(StaffItem.Role role) {
        return switch (role) {
            case ROLE_UNSPECIFIED, DUTY_STAFF -> StaffRole.DUTY_STAFF;
            case GROUP_LEADER -> StaffRole.GROUP_LEADER;
            case BRANCH_SECRETARY -> StaffRole.BRANCH_SECRETARY;
            case SCAN_ONLY, UNRECOGNIZED -> StaffRole.SCAN_ONLY;
        };
    }
}
