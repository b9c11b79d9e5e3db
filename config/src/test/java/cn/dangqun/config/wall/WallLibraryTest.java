package cn.dangqun.config.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.config.profile.json.JsonText;
import cn.dangqun.domain.wall.PublicityColumn;
import cn.dangqun.domain.wall.WallColumn;
import cn.dangqun.domain.wall.WallDemand;
import cn.dangqun.domain.wall.WallGroup;
import cn.dangqun.domain.wall.WallReach;
import cn.dangqun.domain.wall.WallSlot;
import cn.dangqun.domain.wall.WallSlotId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallLibraryTest {
    private static final String GOOD =
            "{\"schema\":\"wall-catalogue/1\",\"slots\":[{\"id\":\"room-rules\",\"title\":\"活动室管理制度\",\"group\":\"RULES\","
                    + "\"order\":1,\"demand\":\"MANDATORY\",\"holds\":\"PUBLIC_RULE\",\"reach\":\"COMMUNITY\",\"rule\":\"R-004\"}]}";
    private final WallLibrary library = WallLibrary.shipped();

    @Test
    void shipsEveryMandatoryItemOfTheSources() {
        var mandatory = library.catalogue().all().stream()
                .filter(each -> each.demand() == WallDemand.MANDATORY)
                .map(each -> each.id().value())
                .collect(Collectors.toSet());

        assertEquals(
                Set.of(
                        "oath",
                        "discipline",
                        "rights",
                        "duties",
                        "admission",
                        "branch-duties",
                        "committee-duties",
                        "room-rules",
                        "publicity-party",
                        "publicity-residents",
                        "publicity-finance"),
                mandatory);
    }

    @Test
    void shipsThreePublicityColumns() {
        var columns = library.catalogue().all().stream()
                .map(WallSlot::column)
                .flatMap(Optional::stream)
                .map(WallColumn::column)
                .collect(Collectors.toSet());

        assertEquals(EnumSet.allOf(PublicityColumn.class), columns);
    }

    @Test
    void quotesTheOathWithSourceAndEditionAndClaimsNoProofreading() {
        var oath = library.textFor(new WallSlotId("oath")).orElseThrow();

        var letters = oath.text().body().replaceAll("[，。]", "");
        assertEquals(80, letters.codePointCount(0, letters.length()));
        assertEquals(12, oath.text().body().split("[，。]").length);
        assertTrue(oath.source().work().contains("第六条"));
        assertTrue(oath.source().edition().contains("2022年10月22日"));
        assertTrue(oath.compared().contains("2022年版电子书"));
        assertFalse(oath.source().isProofread());
    }

    @Test
    void marksTheDutiesAsNotComparedYet() {
        assertEquals("", library.textFor(new WallSlotId("duties")).orElseThrow().compared());
        assertEquals(
                8,
                library.textFor(new WallSlotId("duties"))
                        .orElseThrow()
                        .text()
                        .blocks()
                        .size());
        assertEquals(
                9,
                library.textFor(new WallSlotId("rights"))
                        .orElseThrow()
                        .text()
                        .blocks()
                        .size());
    }

    /// Of the rights one full text of the edition was read, and that is what the page says (rules/official_texts.md).
    @Test
    void claimsOfTheRightsThatOneFullTextWasCompared() {
        var rights = library.textFor(new WallSlotId("rights")).orElseThrow();

        assertTrue(rights.compared().startsWith("一份网上公开的2022年版章程全文"));
        assertFalse(rights.compared().contains("多份"));
    }

    @Test
    void hasAFrameForEveryFlowChartOfTheSourceBesideTheMandatoryOne() {
        var flows = library.catalogue().all().stream()
                .filter(each -> each.group() == WallGroup.FLOWS)
                .toList();

        assertEquals(12, flows.size());
        assertTrue(flows.stream().allMatch(each -> each.demand() == WallDemand.ALLOWED));
        assertTrue(library.catalogue().find(new WallSlotId("admission")).isPresent());
    }

    @Test
    void asksOneFeeNoticePerBranchWhichIsFiled() {
        var fees = library.catalogue().find(new WallSlotId("fees")).orElseThrow();

        assertEquals(WallReach.BRANCH, fees.reach());
        assertTrue(fees.column().orElseThrow().filed());
    }

    @Test
    void hasAnOathForAWallOnWhichNothingHangs() {
        assertEquals("入党誓词", library.lastResort().piece().text().title());
    }

    @Test
    void acceptsAStreetsOwnCatalogue() {
        assertInstanceOf(WallReading.Accepted.class, read(GOOD));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"RULES\"           | \"SHELF\"             | slots[0].group",
                "\"MANDATORY\"       | \"MUST\"              | slots[0].demand",
                "\"MANDATORY\"       | \"FORBIDDEN\"         | slots[0]",
                "\"PUBLIC_RULE\"     | \"INTERNAL\"          | slots[0]",
                "\"room-rules\"      | \"Room\"              | slots[0].id",
                "\"R-004\"           | \"4\"                 | slots[0].rule",
                "\"order\":1         | \"order\":1,\"x\":2   | slots[0].x",
                "wall-catalogue/1    | wall-catalogue/9      | schema"
            })
    void namesThePlaceOfAFault(String good, String bad, String place) {
        var refused = assertInstanceOf(WallReading.Refused.class, read(GOOD.replace(good, bad)));

        assertTrue(refused.faults().stream().anyMatch(fault -> fault.place().equals(place)), refused::toString);
    }

    @Test
    void refusesTwoFramesOfOneName() {
        var twice = GOOD.replace("}]}", "}," + GOOD.substring(GOOD.indexOf("[") + 1));

        assertInstanceOf(WallReading.Refused.class, read(twice));
    }

    @Test
    void refusesAnEmptyCatalogue() {
        var refused =
                assertInstanceOf(WallReading.Refused.class, read("{\"schema\":\"wall-catalogue/1\",\"slots\":[]}"));

        assertEquals(
                List.of("没有任何上墙栏目（slots）"),
                refused.faults().stream().map(each -> each.message()).toList());
    }

    private static WallReading read(String json) {
        return WallLibrary.read(JsonText.MAPPER.readTree(json));
    }
}
