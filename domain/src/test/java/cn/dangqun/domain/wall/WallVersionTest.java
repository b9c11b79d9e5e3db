package cn.dangqun.domain.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.dangqun.domain.content.ContentFile;
import cn.dangqun.domain.content.ContentId;
import cn.dangqun.domain.organization.OrganizationId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallVersionTest {
    private static final Validity NOW_ON = Validity.from(Walls.TODAY);

    @Test
    void hangsNoPictureThatNobodyDescribed() {
        var file = new ContentFile(ContentId.of(new byte[] {1}), 1);
        var shown = Walls.draft(WallClassification.PUBLIC_RULE, Optional.empty(), Validity.from(Walls.TODAY));
        var mute = new WallPicture(file, 10, 10, " ");

        var without = Walls.version(Walls.ROOM, shown.showing(List.of(mute)), "writer");
        var with = Walls.version(Walls.ROOM, shown.showing(List.of(mute.saying("办事流程图"))), "writer");

        assertEquals(refused(WallRefusal.PICTURE_WITHOUT_WORDS), without.submit(Walls.by("writer"), Walls.TODAY));
        assertInstanceOf(WallMove.Taken.class, with.submit(Walls.by("writer"), Walls.TODAY));
        var oath = Walls.draft(WallClassification.PUBLIC_TEXT, Optional.of(Walls.PROOFREAD), Validity.from(Walls.TODAY))
                .showing(List.of(mute.saying("入党誓词")));
        assertEquals(
                refused(WallRefusal.PICTURE_OF_OFFICIAL_TEXT),
                Walls.version(Walls.OATH, oath, "writer").submit(Walls.by("writer"), Walls.TODAY));
    }

    @Test
    void refusesWhatIsInternalAndWhatNobodyClassified() {
        assertEquals(refused(WallRefusal.INTERNAL), submitRule(WallClassification.INTERNAL));
        assertEquals(refused(WallRefusal.INTERNAL), submitRule(WallClassification.orInternal("")));
        assertEquals(refused(WallRefusal.INTERNAL), submitRule(WallClassification.orInternal("SECRET")));
    }

    @Test
    void refusesContentOfAnotherKindThanTheFrames() {
        assertEquals(refused(WallRefusal.WRONG_KIND), submitRule(WallClassification.PUBLICITY));
    }

    private static WallMove submitRule(WallClassification kind) {
        return Walls.version(Walls.ROOM, Walls.draft(kind, Optional.empty(), NOW_ON), "anna")
                .submit(Walls.by("anna"), Walls.TODAY);
    }

    @Test
    void letsNothingHangInAForbiddenFrame() {
        var draft = Walls.draft(WallClassification.PUBLIC_RULE, Optional.empty(), NOW_ON);

        assertEquals(
                refused(WallRefusal.FORBIDDEN_FRAME),
                Walls.version(Walls.INTERNAL, draft, "anna").submit(Walls.by("anna"), Walls.TODAY));
    }

    @Test
    void asksAnOfficialTextForItsSourceAndForSomebodyWhoProofreadIt() {
        assertEquals(refused(WallRefusal.NO_SOURCE), submitOfficial(Optional.empty()));
        assertEquals(refused(WallRefusal.NOT_PROOFREAD), submitOfficial(Optional.of(Walls.UNREAD)));
    }

    @ParameterizedTest
    @CsvSource({
        "随便, 2026-11-20, NO_EDITION",
        "2099年通过, 2026-11-20, NO_EDITION",
        "二十大修改, 2099-01-01, PROOFREAD_DAY",
        "二十大修改, 2026-11-27, PROOFREAD_DAY",
        "二十大修改, 2021-12-31, PROOFREAD_DAY",
        "中国共产党第二十次全国代表大会部分修改，2022年10月22日通过, 2022-01-01,",
        "十九大修改, 2017-11-01,",
        "二十大修改, 2026-11-26,"
    })
    void asksForARealEditionAndADayOnWhichItCouldBeProofread(String edition, LocalDate day, @Nullable WallRefusal why) {
        var source = new WallSource("章程第六条", edition, Optional.of(day));

        var move = submitOfficial(Optional.of(source));

        if (why == null) {
            taken(move);
        } else {
            assertEquals(refused(why), move);
        }
    }

    @Test
    void asksTheApproverWhetherEveryDifferenceWasSeen() {
        var unseen = new WallAnswer(true, true, false);

        assertEquals(refused(WallRefusal.DIFFERENCE_UNSEEN), submitted().approve(Walls.by("bao"), unseen, Walls.TODAY));
        var seen = new WallAnswer(true, true, true);
        assertEquals(
                WallStage.APPROVED,
                taken(submitted().approve(Walls.by("bao"), seen, Walls.TODAY)).stageOn(Walls.TODAY));
    }

    private static WallMove submitOfficial(Optional<WallSource> source) {
        return Walls.version(Walls.OATH, Walls.draft(WallClassification.PUBLIC_TEXT, source, NOW_ON), "anna")
                .submit(Walls.by("anna"), Walls.TODAY);
    }

    @Test
    void letsNobodyApproveWhatTheyWroteOrHandedIn() {
        var draft = Walls.draft(WallClassification.PUBLIC_RULE, Optional.empty(), NOW_ON);
        var written = taken(Walls.version(Walls.ROOM, draft, "anna").rewrite(draft, "bao"));
        var submitted = taken(written.submit(Walls.by("chen"), Walls.TODAY));

        for (var login : new String[] {"anna", "bao", "chen"}) {
            assertEquals(
                    refused(WallRefusal.SAME_PERSON),
                    submitted.approve(Walls.by(login), WallAnswer.secrecy(true), Walls.TODAY),
                    login);
        }
        assertEquals(
                WallStage.APPROVED,
                taken(submitted.approve(Walls.by("dong"), WallAnswer.secrecy(true), Walls.TODAY))
                        .stageOn(Walls.TODAY));
    }

    @Test
    void asksForTheSecrecyReview() {
        assertEquals(
                refused(WallRefusal.NO_SECRECY_REVIEW),
                submitted().approve(Walls.by("bao"), WallAnswer.secrecy(false), Walls.TODAY));
    }

    @Test
    void publishesNothingThatEndedWhileItWaited() {
        var draft =
                Walls.draft(WallClassification.PUBLIC_RULE, Optional.empty(), Walls.until("2026-11-01", "2026-11-26"));
        var approved = taken(taken(Walls.version(Walls.ROOM, draft, "anna").submit(Walls.by("anna"), Walls.TODAY))
                .approve(Walls.by("bao"), WallAnswer.secrecy(true), Walls.TODAY));

        assertEquals(refused(WallRefusal.ENDED), approved.publish(Walls.by("bao"), Walls.TODAY.plusDays(1)));
        var hung = taken(approved.publish(Walls.by("bao"), Walls.TODAY));
        assertEquals(WallStage.PUBLISHED, hung.stageOn(Walls.TODAY));
        assertEquals(WallStage.EXPIRED, hung.stageOn(Walls.TODAY.plusDays(1)));
    }

    @Test
    void givesBackAndWithdrawsOnlyWithWords() {
        assertEquals(refused(WallRefusal.NO_REASON), submitted().giveBack(" "));
        assertEquals(WallStage.DRAFT, taken(submitted().giveBack("请写明开放时间")).stageOn(Walls.TODAY));
    }

    @Test
    void changesNoWordOnceItIsHandedIn() {
        assertEquals(
                refused(WallRefusal.NOT_NOW), submitted().rewrite(submitted().draft(), "anna"));
    }

    @Test
    void hangsOnlyWhereItsFrameHangs() {
        var draft = Walls.draft(WallClassification.PUBLIC_RULE, Optional.empty(), NOW_ON);
        var community = new WallPlace.Community(new OrganizationId("c1"));

        assertThrows(
                IllegalArgumentException.class,
                () -> WallVersion.begin(new WallPieceId("v-1"), Walls.ROOM, community, 1, draft, "anna"));
    }

    private static WallVersion submitted() {
        var draft = Walls.draft(WallClassification.PUBLIC_RULE, Optional.empty(), NOW_ON);
        return taken(Walls.version(Walls.ROOM, draft, "anna").submit(Walls.by("anna"), Walls.TODAY));
    }

    private static WallVersion taken(WallMove move) {
        return ((WallMove.Taken) move).version();
    }

    private static WallMove refused(WallRefusal why) {
        return new WallMove.Refused(why);
    }
}
