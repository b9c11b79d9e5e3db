package cn.dangqun.domain.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.wall.TextDifference.Run;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class TextDifferenceTest {
    @Example
    void showsTheClausesThatAreMissing() {
        var difference = between("我志愿加入，拥护纲领，遵守章程，永不叛党。", "我志愿加入，永不叛党。");

        assertEquals(1, difference.places());
        assertEquals(
                List.of(new Run("我志愿加入，", false), new Run("拥护纲领，遵守章程，", true), new Run("永不叛党。", false)),
                difference.shipped());
        assertEquals(List.of(new Run("我志愿加入，永不叛党。", false)), difference.typed());
    }

    @Example
    void countsEveryPlaceOnce() {
        assertEquals(2, between("执行党的决定，严守党的纪律，永不叛党。", "坚决执行党的决定，永不叛党。").places());
        assertEquals(1, between("永不叛党。", "永远不叛党。").places());
        assertEquals(1, between("甲乙丙", "甲丁丙").places());
    }

    @Example
    void takesLinesForThemselvesAndNotTheSpacesAroundThem() {
        assertTrue(between("（一）甲。\n（二）乙。", "  （一）甲。 \n\n（二）乙。").isNone());
        assertFalse(between("（一）甲。\n（二）乙。", "（一）甲。（二）乙。").isNone());
    }

    @Example
    void comparesTheLongestTextsAtOnce() {
        var one = "甲乙丙".repeat(WallText.LONGEST_BODY / 3);
        var other = "乙丁".repeat(WallText.LONGEST_BODY / 2);

        assertFalse(between(one, other).isNone());
    }

    @Tag("property")
    @Property(tries = 500)
    void leavesBothTextsWhole(
            @ForAll @StringLength(min = 1, max = 40) @CharRange(from = 'a', to = 'd') String one,
            @ForAll @StringLength(min = 1, max = 40) @CharRange(from = 'a', to = 'd') String other) {
        var difference = between(one, other);

        assertEquals(one, words(difference.shipped()));
        assertEquals(other, words(difference.typed()));
        assertEquals(same(difference.shipped()), same(difference.typed()));
        assertEquals(longestCommon(one, other), same(difference.typed()).length());
        assertEquals(one.equals(other), difference.isNone());
    }

    private static int longestCommon(String one, String other) {
        var row = new int[other.length() + 1];
        for (int i = 0; i < one.length(); i++) {
            var next = row.clone();
            for (int j = 1; j < row.length; j++) {
                next[j] = one.charAt(i) == other.charAt(j - 1) ? row[j - 1] + 1 : Math.max(row[j], next[j - 1]);
            }
            row = next;
        }
        return row[other.length()];
    }

    private static TextDifference between(String shipped, String typed) {
        return TextDifference.between(new WallText("标题", shipped), new WallText("标题", typed));
    }

    private static String words(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    private static String same(List<Run> runs) {
        return runs.stream().filter(each -> !each.differs()).map(Run::text).collect(Collectors.joining());
    }
}
