package cn.dangqun.bench.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/// Where the time of a program went: every call is as wide as the share of samples in which it stood on the stack,
/// and stands on the one that made it. A self-contained SVG; it tells a call and its share where the pointer rests.
final class FlameGraph {
    private static final int WIDTH = 1200;
    private static final int ROW = 18;
    private static final int MARGIN = 10;
    /// Narrower calls are not drawn, nor what they call.
    private static final double NARROWEST = 0.5;

    private static final double LETTER = 7;
    private static final List<String> COLOURS = List.of("#E8B4A0", "#F0C987", "#E3A857", "#D98E73", "#EBCBA0");

    private final Call all = new Call();

    private static final class Call {
        private final Map<String, Call> callees = new TreeMap<>();
        private long samples;

        private int depth() {
            return 1 + callees.values().stream().mapToInt(Call::depth).max().orElse(0);
        }
    }

    /// Of the samples of a flight recording.
    static FlameGraph of(Path recording) throws IOException {
        var graph = new FlameGraph();
        try (var events = new RecordingFile(recording)) {
            while (events.hasMoreEvents()) {
                var event = events.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                    graph.add(stack(event));
                }
            }
        }
        return graph;
    }

    private static List<String> stack(RecordedEvent sample) {
        var names = new ArrayList<String>();
        for (RecordedFrame frame : sample.getStackTrace().getFrames()) {
            var method = frame.getMethod();
            names.add(method.getType().getName() + "." + method.getName());
        }
        Collections.reverse(names);
        return names;
    }

    /// One sample: the outermost call first.
    void add(List<String> stack) {
        var at = all;
        at.samples++;
        for (var name : stack) {
            at = at.callees.computeIfAbsent(name, fresh -> new Call());
            at.samples++;
        }
    }

    /// Of nothing it is one empty row.
    String draw() {
        int height = all.depth() * ROW + 2 * MARGIN;
        var svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"monospace\" font-size=\"12\">%n"
                        + "<rect width=\"%d\" height=\"%d\" fill=\"#FBF7EF\"/>%n",
                WIDTH,
                height,
                WIDTH,
                height));
        draw(svg, "all", all, MARGIN, height - MARGIN - ROW);
        return svg.append("</svg>\n").toString();
    }

    private void draw(StringBuilder svg, String name, Call call, double left, int top) {
        double width = width(call);
        if (width < NARROWEST) {
            return;
        }
        svg.append(String.format(
                Locale.ROOT,
                "<g><title>%s: %d of %d</title><rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>",
                escaped(name),
                call.samples,
                all.samples,
                left,
                top,
                width,
                ROW - 1,
                COLOURS.get(Math.floorMod(name.hashCode(), COLOURS.size()))));
        var label = label(name, width);
        if (!label.isEmpty()) {
            svg.append(String.format(
                    Locale.ROOT, "<text x=\"%.1f\" y=\"%d\">%s</text>", left + 3, top + ROW - 5, escaped(label)));
        }
        svg.append("</g>\n");
        double at = left;
        for (var each : call.callees.entrySet()) {
            draw(svg, each.getKey(), each.getValue(), at, top - ROW);
            at += width(each.getValue());
        }
    }

    private double width(Call call) {
        return (double) (WIDTH - 2 * MARGIN) * call.samples / Math.max(1, all.samples);
    }

    /// Class and method, as much of it as there is room for.
    private static String label(String name, double width) {
        int method = name.lastIndexOf('.');
        var brief = name.substring(name.lastIndexOf('.', method - 1) + 1);
        int room = (int) ((width - 4) / LETTER);
        return room < 3 ? "" : brief.substring(0, Math.min(room, brief.length()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
