package cn.dangqun.bench.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class FlameGraphTest {
    private record Box(double left, double top, double width) {}

    @Test
    void aCallIsAsWideAsItsShareAndStandsOnItsCaller() throws Exception {
        var graph = new FlameGraph();
        graph.add(List.of("a.Main.main", "a.Main.<init>"));
        graph.add(List.of("a.Main.main", "b.Work.go"));
        graph.add(List.of("a.Main.main", "b.Work.go"));
        graph.add(List.of("a.Main.main", "b.Work.go", "b.Work.deep"));

        var boxes = boxes(graph.draw());

        var main = boxes.get("a.Main.main: 4 of 4");
        var go = boxes.get("b.Work.go: 3 of 4");
        var init = boxes.get("a.Main.<init>: 1 of 4");
        var deep = boxes.get("b.Work.deep: 1 of 4");
        assertEquals(5, boxes.size());
        assertEquals(main.width * 3 / 4, go.width, 0.2);
        assertEquals(main.width / 4, init.width, 0.2);
        assertEquals(init.left + init.width, go.left, 0.2);
        assertEquals(go.left, deep.left, 0.2);
        assertEquals(go.top, init.top);
        assertTrue(main.top > go.top && go.top > deep.top && deep.top > 0);
    }

    @Test
    void ofNothingItIsEmpty() throws Exception {
        assertEquals(0, boxes(new FlameGraph().draw()).size());
    }

    private static Map<String, Box> boxes(String svg) throws Exception {
        var drawn =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        var boxes = new HashMap<String, Box>();
        var groups = drawn.getElementsByTagName("g");
        for (int i = 0; i < groups.getLength(); i++) {
            var group = (Element) groups.item(i);
            var rect = (Element) group.getElementsByTagName("rect").item(0);
            boxes.put(
                    group.getElementsByTagName("title").item(0).getTextContent(),
                    new Box(number(rect, "x"), number(rect, "y"), number(rect, "width")));
        }
        return boxes;
    }

    private static double number(Element rect, String name) {
        return Double.parseDouble(rect.getAttribute(name));
    }
}
