package cn.dangqun.bench.growth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class GrowthTest {
    @Test
    void theExponentIsThatOfTheCostInTheSize() {
        assertEquals(1, of(10.0, 40.0, 160.0).exponent(), 1e-9);
        assertEquals(2, of(1.0, 16.0, 256.0).exponent(), 1e-9);
        assertEquals(0, of(7.0, 7.0, 7.0).exponent(), 1e-9);
    }

    @Test
    void oneSizeIsNoGrowth() {
        assertThrows(IllegalArgumentException.class, () -> new Growth("x", "rows", List.of(1), List.of(1.0)));
    }

    @Test
    void thePictureHasALineOfEach() throws Exception {
        var svg = GrowthChart.draw(List.of(of(10.0, 40.0, 160.0), of(0.4, 0.5, 0.6)));
        var drawn =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertEquals(2, drawn.getElementsByTagName("polyline").getLength());
        assertTrue(svg.contains("100 to 1,600 rows: exponent 1.00"), svg);
    }

    private static Growth of(double... costs) {
        return new Growth(
                "something",
                "rows",
                List.of(100, 400, 1600),
                Arrays.stream(costs).boxed().toList());
    }
}
