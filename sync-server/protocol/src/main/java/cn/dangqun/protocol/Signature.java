package cn.dangqun.protocol;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// A signature as it was written on a touch screen: strokes of points, as large in bytes as [#MOST_BYTES] at most.
/// Encoded: the version, the number of strokes, then of each the number of points and the way from one point to the
/// next, as base-128 numbers. It is kept sealed beside the fact that names it (OQ-39).
public record Signature(List<Stroke> strokes) {
    /// The pad in units of its own: as wide as this, at most as high.
    public static final int WIDTH = 1000;

    /// A line of ink with fewer units in all is a slip, not a name.
    public static final int SHORTEST = 60;

    public static final int MOST_POINTS = 4000;
    public static final int MOST_BYTES = 16 * 1024;
    private static final int VERSION = 1;
    private static final int CONTINUES = 0x80;
    private static final int PAYLOAD = 7;

    public Signature {
        strokes = List.copyOf(strokes);
        if (strokes.stream().mapToInt(each -> each.points().size()).sum() > MOST_POINTS) {
            throw new IllegalArgumentException("a signature has at most " + MOST_POINTS + " points");
        }
    }

    /// From where the pen was set down to where it was lifted.
    public record Stroke(List<Point> points) {
        public Stroke {
            points = List.copyOf(points);
            if (points.isEmpty()) {
                throw new IllegalArgumentException("a stroke has a point");
            }
        }
    }

    /// From the left and from the top, in units of the pad.
    public record Point(int x, int y) {
        public Point {
            if (x < 0 || x > WIDTH || y < 0 || y > WIDTH) {
                throw new IllegalArgumentException("a point lies on the pad");
            }
        }
    }

    /// Units of ink.
    public double length() {
        double length = 0;
        for (var stroke : strokes) {
            for (int i = 1; i < stroke.points().size(); i++) {
                var from = stroke.points().get(i - 1);
                var to = stroke.points().get(i);
                length += Math.hypot(to.x() - from.x(), to.y() - from.y());
            }
        }
        return length;
    }

    public byte[] encode() {
        var out = new ByteArrayOutputStream();
        out.write(VERSION);
        put(out, strokes.size());
        for (var stroke : strokes) {
            put(out, stroke.points().size());
            int x = 0;
            int y = 0;
            for (var point : stroke.points()) {
                putSigned(out, point.x() - x);
                putSigned(out, point.y() - y);
                x = point.x();
                y = point.y();
            }
        }
        return out.toByteArray();
    }

    private static void putSigned(ByteArrayOutputStream out, int number) {
        put(out, (number << 1) ^ (number >> 31));
    }

    private static void put(ByteArrayOutputStream out, int number) {
        int left = number;
        while (left >= CONTINUES) {
            out.write(left % CONTINUES + CONTINUES);
            left >>>= PAYLOAD;
        }
        out.write(left);
    }

    /// @throws UnreadableException when these bytes are no signature
    public static Signature decode(byte[] bytes) throws UnreadableException {
        try {
            var in = new Bytes(bytes);
            if (bytes.length > MOST_BYTES || in.next() != VERSION) {
                throw new IllegalArgumentException("of another version, or too large");
            }
            int count = in.number();
            var strokes = new ArrayList<Stroke>();
            for (int i = 0; i < count; i++) {
                strokes.add(in.stroke());
            }
            in.end();
            return new Signature(strokes);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("no signature", e);
        }
    }

    private static final class Bytes {
        private final byte[] bytes;
        private int at;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        int next() {
            if (at == bytes.length) {
                throw new IllegalArgumentException("cut short");
            }
            return Byte.toUnsignedInt(bytes[at++]);
        }

        int number() {
            int number = 0;
            for (int shift = 0; shift <= 3 * PAYLOAD; shift += PAYLOAD) {
                int part = next();
                number |= (part % CONTINUES) << shift;
                if (part < CONTINUES) {
                    return number;
                }
            }
            throw new IllegalArgumentException("a number without end");
        }

        private int signed() {
            int number = number();
            return (number >>> 1) ^ -(number & 1);
        }

        Stroke stroke() {
            int count = number();
            if (count > MOST_POINTS) {
                throw new IllegalArgumentException("too many points");
            }
            var points = new ArrayList<Point>();
            int x = 0;
            int y = 0;
            for (int i = 0; i < count; i++) {
                x += signed();
                y += signed();
                points.add(new Point(x, y));
            }
            return new Stroke(points);
        }

        void end() {
            if (at != bytes.length) {
                throw new IllegalArgumentException("something follows");
            }
        }
    }
}
