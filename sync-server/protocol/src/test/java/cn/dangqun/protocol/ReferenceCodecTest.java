package cn.dangqun.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.activity.Preparation;
import cn.dangqun.domain.attendance.Exemption;
import cn.dangqun.domain.attendance.ExemptionKind;
import cn.dangqun.domain.calendar.OpeningCalendar;
import cn.dangqun.domain.content.ContentFile;
import cn.dangqun.domain.content.ContentId;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.profile.ProfileAssignment;
import cn.dangqun.domain.profile.RulesSet;
import cn.dangqun.domain.queue.AppointmentDay;
import cn.dangqun.domain.queue.Audience;
import cn.dangqun.domain.queue.CentreKiosk;
import cn.dangqun.domain.queue.Charge;
import cn.dangqun.domain.queue.OpeningHours;
import cn.dangqun.domain.queue.QueuePlan;
import cn.dangqun.domain.queue.QueueRules;
import cn.dangqun.domain.queue.ServiceCategory;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.queue.Window;
import cn.dangqun.domain.reference.ReferenceChange;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.domain.request.RequestStage;
import cn.dangqun.domain.request.RequestStanding;
import cn.dangqun.domain.request.RequestState;
import cn.dangqun.domain.staff.Rota;
import cn.dangqun.domain.staff.StaffCode;
import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.domain.voice.VolumeSchedule;
import cn.dangqun.domain.wall.WallPlace;
import cn.dangqun.protocol.UnreadableException.Fault;
import cn.dangqun.protocol.wire.WallPieceItem;
import com.google.protobuf.ByteString;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceCodecTest {
    private static final OrganizationId BRANCH = new OrganizationId("c1-b1");
    private static final Instant NINE = Instant.parse("2026-07-10T01:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-07-10T03:00:00Z");

    static Stream<ReferenceItem> items() throws GeneralSecurityException {
        return Stream.of(
                new ReferenceItem.OrganizationItem(new Organization(
                        BRANCH,
                        Optional.of(new OrganizationId("c1")),
                        OrganizationLevel.BRANCH,
                        OrganizationClass.COMMUNITY,
                        "样例第一党支部")),
                new ReferenceItem.OrganizationItem(new Organization(
                        new OrganizationId("street"),
                        Optional.empty(),
                        OrganizationLevel.STREET_COMMITTEE,
                        OrganizationClass.AGENCY,
                        "样例街道")),
                new ReferenceItem.MemberItem(new Member(
                        new MemberId("M-1"),
                        new PersonName("样例·䶮㛃𠮷"),
                        MemberStatus.PROBATIONARY,
                        RelationKind.FLOATING_IN,
                        BRANCH,
                        Optional.of(new OrganizationId("c1-b1-g1")))),
                new ReferenceItem.CardBinding(new CardKey("0f".repeat(32)), new MemberId("M-1")),
                new ReferenceItem.ActivityItem(new Activity(
                                new ActivityId("day-1"),
                                ActivityType.THEME_DAY,
                                BRANCH,
                                "主题党日",
                                "党员活动室",
                                LocalDate.of(2026, 7, 10),
                                NINE,
                                ELEVEN,
                                CheckInWindow.around(NINE, ELEVEN))
                        .with(new Preparation(
                                Optional.of("请到二楼"),
                                List.of(
                                        new Preparation.PlannedItem(AgendaKind.STUDY, "传达学习"),
                                        new Preparation.PlannedItem(AgendaKind.ELECTION, "选举"))))),
                new ReferenceItem.StreetKey(1, key(), Optional.empty()),
                new ReferenceItem.StreetKey(2, key(), Optional.of(LocalDate.of(2027, 1, 31))),
                new ReferenceItem.RevokedCode(42),
                new ReferenceItem.Staff("staff-1", "值守样例甲", "$argon2id$v=19$x", "上午值守"),
                new ReferenceItem.Staff("staff-2", "值守样例乙", "", "", StaffRole.SCAN_ONLY),
                new ReferenceItem.Staff("staff-3", "值守样例丙", "", "", StaffRole.BRANCH_SECRETARY),
                new ReferenceItem.Staff("staff-5", "值守样例戊", "", "", StaffRole.DUTY_STAFF)
                        .showing(Optional.of(new ContentFile(ContentId.of(new byte[] {5}), 1))),
                new ReferenceItem.Staff(
                        "staff-4",
                        "值守样例丁",
                        "",
                        "周六值守",
                        StaffRole.DUTY_STAFF,
                        Optional.of(new StaffCode("0123", "$argon2id$v=19$x", NINE)),
                        Optional.empty()),
                new ReferenceItem.Site("site-1", "样例社区党群服务中心", new OrganizationId("c1")),
                new ReferenceItem.Site("site-2", "样例社区党群服务中心", new OrganizationId("c1"), rota()),
                new ReferenceItem.Site("site-3", "样例大厦党群服务站", new OrganizationId("c1"))
                        .serving(List.of(new OrganizationId("c2"), new OrganizationId("c3"))),
                new ReferenceItem.WallSlotItem(WallItems.OATH),
                new ReferenceItem.WallSlotItem(WallItems.FEES),
                new ReferenceItem.WallSlotItem(WallItems.FLOW),
                new ReferenceItem.WallPieceItem(WallItems.oath()),
                new ReferenceItem.WallPieceItem(WallItems.pictured()),
                new ReferenceItem.WallPieceItem(WallItems.fees(new WallPlace.Community(new OrganizationId("c1")))),
                new ReferenceItem.WallPieceItem(WallItems.fees(new WallPlace.Site("site-1"))),
                new ReferenceItem.WallPieceItem(WallItems.fees(new WallPlace.Branch(BRANCH))),
                new ReferenceItem.Service(service("care", new Charge.Free(), OptionalInt.empty()), BRANCH),
                new ReferenceItem.Service(service("copy", new Charge.LowCost("每页一角"), OptionalInt.of(0)), BRANCH),
                new ReferenceItem.ReturnedItem(
                        ReviewItem.of(ReviewItem.Kind.UNSIGNED, "day-1", "M-1").name(),
                        BRANCH,
                        "未签名：主题党日",
                        "请补交纸质签到表",
                        Instant.ofEpochMilli(1_783_650_000_000L)),
                new ReferenceItem.RulesItem(new RulesSet(
                        BRANCH,
                        LocalDate.of(2026, 7, 1),
                        new ProfileAssignment(Optional.of("CHENGDU_2021"), Map.of("noticeDays", "5")))),
                new ReferenceItem.RulesItem(new RulesSet(
                        new OrganizationId("c1"),
                        LocalDate.of(2026, 8, 1),
                        new ProfileAssignment(Optional.empty(), Map.of("graceDays", "0", "noticeDays", "3")))),
                new ReferenceItem.ExemptionItem(
                        "M-1.2",
                        new Exemption(
                                new MemberId("M-1"),
                                ExemptionKind.ABROAD,
                                Optional.of(LocalDate.of(2026, 7, 2)),
                                Optional.of(LocalDate.of(2026, 6, 30)),
                                Optional.empty())),
                new ReferenceItem.ExemptionItem(
                        "M-1.1",
                        new Exemption(
                                new MemberId("M-1"),
                                ExemptionKind.BEDRIDDEN,
                                Optional.of(LocalDate.of(2025, 7, 2)),
                                Optional.of(LocalDate.of(2025, 6, 30)),
                                Optional.of(LocalDate.of(2026, 1, 31)))),
                new ReferenceItem.StandingItem(new RequestStanding(
                        "00000000000000aa",
                        RequestKind.AGENCY,
                        BRANCH,
                        "临时救助",
                        LocalDate.of(2026, 11, 10),
                        new RequestState(
                                RequestStage.DONE,
                                Answerer.staff("staff-1"),
                                Optional.of(Answerer.account("样例街道")),
                                Optional.of(LocalDate.of(2026, 11, 20)),
                                Optional.of(Instant.ofEpochMilli(1_784_000_000_000L)),
                                1,
                                true),
                        "样例甲",
                        true,
                        Instant.ofEpochMilli(1_784_000_000_000L))),
                new ReferenceItem.StandingItem(new RequestStanding(
                        "ffffffffffffffff",
                        RequestKind.OPINION,
                        BRANCH,
                        "",
                        LocalDate.of(2026, 11, 10),
                        RequestState.filed(Answerer.staff("staff-1"), Optional.empty()),
                        "样例甲",
                        false,
                        Instant.ofEpochMilli(1_783_650_000_000L))),
                new ReferenceItem.KioskSettings("hall-1", VolumeSchedule.of("45")),
                new ReferenceItem.KioskSettings("hall-2", VolumeSchedule.of("08:00=80 12:00=25 14:00=100 20:30=0")),
                new ReferenceItem.SiteQueue(new QueuePlan(
                        "site-1",
                        List.of(new Window(1, "综合窗口", Set.of()), new Window(2, "社保窗口", Set.of(new ServiceId("care")))),
                        new QueueRules(3, 2, 1),
                        new OpeningCalendar(Map.of(
                                LocalDate.of(2026, 10, 1),
                                new OpeningCalendar.OtherDay.Closed("国庆节"),
                                LocalDate.of(2026, 10, 10),
                                new OpeningCalendar.OtherDay.Like(DayOfWeek.FRIDAY))),
                        List.of(
                                new CentreKiosk("hall-1", OptionalInt.of(1), "192.168.1.20", true),
                                new CentreKiosk("hall-2", OptionalInt.empty(), "", false)),
                        List.of(
                                appointments("ap-1", Optional.empty()),
                                appointments("ap-2", Optional.of("外出开会，改在下周"))))));
    }

    private static AppointmentDay appointments(String id, Optional<String> calledOff) {
        return new AppointmentDay(
                id,
                new ServiceId("reception"),
                LocalDate.of(2026, 10, 14),
                LocalTime.of(14, 0),
                LocalTime.of(17, 0),
                20,
                2,
                "党代表 样例甲",
                calledOff);
    }

    private static Rota rota() {
        var turn = new Rota.Turn("staff-1", LocalTime.of(8, 30), LocalTime.of(12, 0));
        return new Rota(
                List.of(new Rota.Weekly(Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), turn)),
                List.of(new Rota.Dated(LocalDate.of(2026, 10, 1), turn)),
                new OpeningCalendar(Map.of(LocalDate.of(2026, 10, 2), new OpeningCalendar.OtherDay.Closed())));
    }

    private static ServiceItem service(String id, Charge charge, OptionalInt limitDays) {
        var shift = new OpeningHours.Shift(
                Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 30), LocalTime.of(11, 30));
        return new ServiceItem(
                new ServiceId(id),
                ServiceCategory.SERVICES,
                "便民利民",
                Set.of(Audience.RESIDENTS, Audience.NEWCOMERS),
                charge,
                List.of("身份证（示例）"),
                limitDays,
                'A',
                new OpeningHours(List.of(shift)),
                120,
                Duration.ofSeconds(450),
                limitDays.isPresent(),
                limitDays.isPresent() ? List.of("登记", "审核") : List.of());
    }

    private static PublicKey key() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
    }

    @ParameterizedTest
    @MethodSource("items")
    void readsBackEveryItemItWrites(ReferenceItem item) throws UnreadableException {
        var change = ReferenceChange.put(1_784_000_000_000L, item);

        assertEquals(change, ReferenceCodec.decode(ReferenceCodec.encode(change)));
    }

    @ParameterizedTest
    @EnumSource(ReferenceKind.class)
    void readsBackEveryRemovalItWrites(ReferenceKind kind) throws UnreadableException {
        var change = ReferenceChange.remove(7, kind, "x");

        assertEquals(change, ReferenceCodec.decode(ReferenceCodec.encode(change)));
    }

    @Test
    void namesAKindItDoesNotKnow() {
        // number = 1, then field 99 of one byte
        var failure = assertThrows(
                UnreadableException.class,
                () -> ReferenceCodec.decode(new byte[] {0x08, 1, (byte) 0x9a, 0x06, 0x01, 0x01}));

        assertEquals(Fault.UNKNOWN_KIND, failure.fault());
    }

    @Test
    void readsNoWallPieceThatIsInternalOrThatNobodyClassified() {
        for (var classification : new String[] {"INTERNAL", "", "SECRET"}) {
            var piece = WallCodec.wire(WallItems.oath()).toBuilder().setClassification(classification);

            assertEquals(Fault.MALFORMED, refused(piece).fault(), classification);
        }
    }

    @Test
    void readsNoPictureWithoutWordsOrOfMoreThanMayBe() {
        var picture = WallCodec.wire(WallItems.pictured()).getPictures(0).toBuilder();
        for (var bad : List.of(
                picture.clone().setWords(" "),
                picture.clone().setBytes(768 * 1024 + 1),
                picture.clone().setWidth(2161),
                picture.clone().setHeight(0),
                picture.clone().setContent(ByteString.copyFrom(new byte[31])))) {
            var piece = WallCodec.wire(WallItems.pictured()).toBuilder().setPictures(0, bad);

            assertEquals(Fault.MALFORMED, refused(piece).fault(), bad.toString());
        }
    }

    /// A kiosk that knows no branches of frames and no flow charts reads every word that it looks at (0036).
    @Test
    void speaksOfBranchesInWordsThatOlderReadersKnow() {
        var slot = WallCodec.wire(WallItems.FEES);
        var piece = WallCodec.wire(WallItems.fees(new WallPlace.Branch(BRANCH)));

        assertEquals("COMMUNITY", slot.getReach());
        assertEquals("COMMUNITY", piece.getReach());
        assertEquals(BRANCH.value(), piece.getPlace());
        assertEquals("RULES", WallCodec.wire(WallItems.FLOW).getGroup());
        var older = piece.toBuilder().clearOfBranch().clearPublishedAtMillis().build();
        var read = WallCodec.piece("v-2", older);
        assertEquals(new WallPlace.Community(BRANCH), read.place());
        assertEquals(Instant.EPOCH, read.publishedAt());
    }

    @Test
    void readsNoWallPieceBeyondItsBounds() {
        var piece = WallCodec.wire(WallItems.oath()).toBuilder().setBody("字".repeat(6001));

        assertEquals(Fault.MALFORMED, refused(piece).fault());
    }

    private static UnreadableException refused(WallPieceItem.Builder piece) {
        var bytes = cn.dangqun.protocol.wire.ReferenceChange.newBuilder()
                .setNumber(1)
                .setId("v-1")
                .setWallPiece(piece)
                .build()
                .toByteArray();
        return assertThrows(UnreadableException.class, () -> ReferenceCodec.decode(bytes));
    }

    @Test
    void refusesBytesThatAreNoChange() {
        var failure = assertThrows(UnreadableException.class, () -> ReferenceCodec.decode(new byte[] {0x0a, 0x7f}));

        assertEquals(Fault.MALFORMED, failure.fault());
    }
}
