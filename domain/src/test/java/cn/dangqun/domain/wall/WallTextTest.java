package cn.dangqun.domain.wall;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WallTextTest {
    @Test
    void readsHeadingsArticlesAndParagraphs() {
        var text = WallText.typed(" 党员权利 ", "# 第四条\r\n党员享有下列权利：\r\n\r\n（一）参加党的有关会议。\n第二条　保持整洁\n3. 爱护公物\n");

        assertEquals("党员权利", text.title());
        assertEquals(
                List.of(
                        new WallBlock.Heading("第四条"),
                        new WallBlock.Paragraph("党员享有下列权利："),
                        new WallBlock.Article("（一）", "参加党的有关会议。"),
                        new WallBlock.Article("第二条", "保持整洁"),
                        new WallBlock.Article("3.", "爱护公物")),
                text.blocks());
    }

    @Test
    void readsRowsThatBeginWithABarAsATable() {
        var text = new WallText("收支", "本季度收支：\n| 项目 | 金额（元） |\n|楼道灯|6240|\n\n｜ 图书 ｜\n合计 7140 元");

        assertEquals(
                List.of(
                        new WallBlock.Paragraph("本季度收支："),
                        new WallBlock.Table(List.of(List.of("项目", "金额（元）"), List.of("楼道灯", "6240"), List.of("图书", ""))),
                        new WallBlock.Paragraph("合计 7140 元")),
                text.blocks());
    }

    @Test
    void takesCellsFromASheetForATableAndANumberedListForWhatItIs() {
        var sheet = WallText.typed("收支", "项目\t金额\r\n楼道灯\t6240\r\n");
        assertEquals("| 项目 | 金额 |\n| 楼道灯 | 6240 |", sheet.body());

        var list = WallText.typed("制度", "1.\t爱护公物\n（一）\t保持整洁\n\t缩进的一行");
        assertEquals("1. 爱护公物\n（一） 保持整洁\n 缩进的一行", list.body());
    }

    @Test
    void takesNoRowThatIsTooWideOrHasNothingInIt() {
        assertEquals(
                List.of(new WallBlock.Paragraph("|1|2|3|4|5|6|7|"), new WallBlock.Paragraph("| | |")),
                new WallText("题", "|1|2|3|4|5|6|7|\n| | |").blocks());
    }

    @Test
    void takesMarkupOfTheWebForPlainWords() {
        var text = new WallText("标题", "<b>粗</b>\n#没有空格");

        assertEquals(List.of(new WallBlock.Paragraph("<b>粗</b>"), new WallBlock.Paragraph("#没有空格")), text.blocks());
    }

    @Test
    void isBounded() {
        assertDoesNotThrow(() -> new WallText("题".repeat(40), "字".repeat(6000)));
        assertThrows(IllegalArgumentException.class, () -> new WallText("题".repeat(41), "字"));
        assertThrows(IllegalArgumentException.class, () -> new WallText("题", "字".repeat(6001)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "有\u0000零", "有\u001b[31m"})
    void refusesBlankTextAndControlCharacters(String body) {
        assertThrows(IllegalArgumentException.class, () -> new WallText("标题", body));
    }
}
