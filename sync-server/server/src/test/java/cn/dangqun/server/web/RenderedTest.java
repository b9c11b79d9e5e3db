package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenderedTest {
    private record Row(String name, int present) {}

    private final List<Row> made = new ArrayList<>();
    private final Rendered<Row> rows = new Rendered<>(3, row -> {
        made.add(row);
        return row.name() + " " + row.present();
    });

    @Test
    void makesOnlyWhatIsNotAsItWas() {
        var first = rows.of(new Row("甲", 1));

        assertSame(first, rows.of(new Row("甲", 1)));
        assertEquals("甲 2", rows.of(new Row("甲", 2)));
        assertEquals(List.of(new Row("甲", 1), new Row("甲", 2)), made);
    }

    @Test
    void forgetsWhatWasNotShownForLongest() {
        for (int row = 1; row <= 4; row++) {
            rows.of(new Row("甲", row));
        }

        rows.of(new Row("甲", 4));
        assertEquals(4, made.size());
        rows.of(new Row("甲", 1));
        assertEquals(5, made.size());
    }
}
