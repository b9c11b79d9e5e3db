package cn.dangqun.papers;

import java.util.List;
import org.openpdf.text.pdf.PdfContentByte;

/// Draws on one page, in points from its upper left corner. Bold is the same outline with a line around it.
final class Pen {
    private static final double BOLD = 1 / 38.0;
    private static final double HAIR = 0.6;
    private static final double INK = 1.1;

    private final PdfContentByte page;
    private final Typeface typeface;
    private final double high;

    Pen(PdfContentByte page, Typeface typeface, double high) {
        this.page = page;
        this.typeface = typeface;
        this.high = high;
        page.setLineWidth((float) HAIR);
        page.setLineCap(PdfContentByte.LINE_CAP_ROUND);
        page.setLineJoin(PdfContentByte.LINE_JOIN_ROUND);
    }

    double width(String text, Style style) {
        return typeface.width(text, style);
    }

    /// `spread`: points added after each character.
    void text(String text, Style style, double left, double top, double spread) {
        double x = left;
        page.beginText();
        page.setCharacterSpacing((float) spread);
        if (style.isBold()) {
            page.setTextRenderingMode(PdfContentByte.TEXT_RENDER_MODE_FILL_STROKE);
            page.setLineWidth((float) (style.size() * BOLD));
        }
        for (var run : typeface.runs(text)) {
            page.setFontAndSize(run.font(), (float) style.size());
            page.setTextMatrix((float) x, (float) y(top + style.ascent()));
            page.showText(run.text());
            int signs = run.text().codePointCount(0, run.text().length());
            x += run.font().getWidthPoint(run.text(), (float) style.size()) + spread * signs;
        }
        page.setTextRenderingMode(PdfContentByte.TEXT_RENDER_MODE_FILL);
        page.setCharacterSpacing(0);
        page.endText();
        page.setLineWidth((float) HAIR);
    }

    void line(double x, double y, double toX, double toY) {
        page.moveTo((float) x, (float) y(y));
        page.lineTo((float) toX, (float) y(toY));
        page.stroke();
    }

    void box(double left, double top, double width, double height) {
        page.rectangle((float) left, (float) y(top + height), (float) width, (float) height);
        page.stroke();
    }

    void dottedCircle(double x, double y, double radius) {
        page.saveState();
        page.setLineDash(3, 3, 0);
        page.setGrayStroke(0.6f);
        page.circle((float) x, (float) y(y), (float) radius);
        page.stroke();
        page.restoreState();
    }

    void grey(double share) {
        page.setGrayFill((float) share);
    }

    /// A signature, as large as fits into the box, its proportions kept; never larger than `largest` points a unit.
    void strokes(List<Stroke> strokes, double left, double top, double width, double height, double largest) {
        var frame = Frame.around(strokes);
        double scale = Math.min(largest, Math.min(width / frame.width(), height / frame.height()));
        double x = left + (width - frame.width() * scale) / 2 - frame.left() * scale;
        double y = top + (height - frame.height() * scale) / 2 - frame.top() * scale;
        page.saveState();
        page.setLineWidth((float) INK);
        for (var stroke : strokes) {
            var first = stroke.points().getFirst();
            page.moveTo((float) (x + first.x() * scale), (float) y(y + first.y() * scale));
            // a point alone is a dot, since lines end round
            for (var point : stroke.points()) {
                page.lineTo((float) (x + point.x() * scale), (float) y(y + point.y() * scale));
            }
        }
        page.stroke();
        page.restoreState();
    }

    private record Frame(int left, int top, int width, int height) {
        static Frame around(List<Stroke> strokes) {
            var xs = strokes.stream()
                    .flatMap(each -> each.points().stream())
                    .mapToInt(Stroke.Point::x)
                    .summaryStatistics();
            var ys = strokes.stream()
                    .flatMap(each -> each.points().stream())
                    .mapToInt(Stroke.Point::y)
                    .summaryStatistics();
            return new Frame(
                    xs.getMin(),
                    ys.getMin(),
                    Math.max(1, xs.getMax() - xs.getMin()),
                    Math.max(1, ys.getMax() - ys.getMin()));
        }
    }

    private double y(double fromTop) {
        return high - fromTop;
    }
}
