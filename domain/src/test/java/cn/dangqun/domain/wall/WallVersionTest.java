package cn.dangqun.domain.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.dangqun.domain.organization.OrganizationId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WallVersionTest {
    private static final Validity NOW_ON = Validity.from(Walls.TODAY);

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
                    refused(WallRefusal.SAME_PERSON), submitted.approve(Walls.by(login), true, Walls.TODAY), login);
        }
        assertEquals(
                WallStage.APPROVED,
                taken(submitted.approve(Walls.by("dong"), true, Walls.TODAY)).stageOn(Walls.TODAY));
    }

    @Test
    void asksForTheSecrecyReview() {
        assertEquals(refused(WallRefusal.NO_SECRECY_REVIEW), submitted().approve(Walls.by("bao"), false, Walls.TODAY));
    }

    @Test
    void publishesNothingThatEndedWhileItWaited() {
        var draft =
                Walls.draft(WallClassification.PUBLIC_RULE, Optional.empty(), Walls.until("2026-11-01", "2026-11-26"));
        var approved = taken(taken(Walls.version(Walls.ROOM, draft, "anna").submit(Walls.by("anna"), Walls.TODAY))
                .approve(Walls.by("bao"), true, Walls.TODAY));

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
