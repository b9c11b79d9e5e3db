package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.server.codes.DrawnCodes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrPictureTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 6, 32})
    void drawsACodeOfAnyLengthWithAQuietZoneOfFourModules(int idLength) {
        var text = "DQ1:" + "A1".repeat(55 + idLength / 2);

        var picture = QrPicture.of(text);

        assertEquals(text, DrawnCodes.text(picture.side(), picture.path()));
        assertEquals("-4 -4 %1$d %1$d".formatted(picture.side() + 8), picture.viewBox());
    }
}
