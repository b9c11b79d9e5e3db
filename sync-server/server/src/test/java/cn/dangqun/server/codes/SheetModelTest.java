package cn.dangqun.server.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.server.web.QrPicture;
import java.util.List;
import org.junit.jupiter.api.Test;

class SheetModelTest {
    @Test
    void warnsOfCharactersThatNobodyCanDraw() {
        assertEquals("", sheet("样䶮子", "例甲").undrawn());
        assertEquals(
                "\uE000\uD880\uDC00",
                sheet("样\uE000子", "例\uD880\uDC00", "例\uE000").undrawn());
    }

    private static SheetModel sheet(String... names) {
        var faces = List.of(names).stream()
                .map(name -> new SheetModel.Face("", "", name, "1", "", QrPicture.of("0")))
                .toList();
        return SheetModel.of("/", faces, 0, 0);
    }
}
