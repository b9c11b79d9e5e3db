package cn.dangqun.devices.drivers.qr;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/// Synthetic pictures, one fault a group. Made for these tests; no picture of anybody else's.
final class Gallery {
    static final String TEXT = "DQ1:SAMPLE-OF-A-CODE/0123456789";
    static final int EACH = 12;

    private static final int SIDE = 420;
    private static final QrDrawing CODE = QrDrawing.of(TEXT);
    private static final Map<String, List<GrayImage>> GROUPS = groups();

    private Gallery() {}

    static Map<String, List<GrayImage>> all() {
        return GROUPS;
    }

    private static Map<String, List<GrayImage>> groups() {
        var groups = new LinkedHashMap<String, List<GrayImage>>();
        put(groups, "upright", seed -> scene(seed, 180, 0, 0, 0).taken(1, 3));
        put(groups, "small", seed -> scene(seed, 74, turn(seed), 0, 0).taken(1, 3));
        put(groups, "turned", seed -> scene(seed, 180, turn(seed), 0, 0).taken(1, 3));
        put(groups, "sheared", seed -> scene(seed, 200, turn(seed), 0.3, 0).taken(1, 3));
        put(groups, "slanted", seed -> scene(seed, 220, turn(seed), 0, 0.7).taken(1, 3));
        put(
                groups,
                "blurred",
                seed -> scene(seed, 220, turn(seed), 0, 0).blurred(2.3).taken(1, 2));
        put(
                groups,
                "more blurred",
                seed -> scene(seed, 220, turn(seed), 0, 0).blurred(3.2).taken(1, 2));
        put(groups, "dark", seed -> scene(seed, 200, turn(seed), 0, 0).taken(0.08, 2));
        put(groups, "noisy", seed -> scene(seed, 200, turn(seed), 0, 0).taken(0.8, 45));
        put(groups, "blurred inverted", seed -> dark(seed, 220).blurred(2.3).taken(0.9, 3));
        put(groups, "inverted", seed -> dark(seed, 200).taken(0.9, 5));
        put(
                groups,
                "moire",
                seed -> scene(seed, 200, turn(seed), 0, 0).moire(0.6).taken(1, 5));
        put(
                groups,
                "blurred moire",
                seed -> scene(seed, 220, turn(seed), 0, 0).moire(0.6).blurred(2).taken(1, 3));
        put(
                groups,
                "shaded",
                seed -> scene(seed, 220, turn(seed), 0, 0).shaded(0.08).taken(1, 3));
        put(
                groups,
                "thumb",
                seed -> scene(seed, 220, turn(seed), 0, 0).thumb(17).taken(1, 3));
        return groups;
    }

    static List<GrayImage> withoutCode() {
        return LongStream.range(0, EACH)
                .mapToObj(seed -> Scene.cluttered(seed, SIDE, SIDE).taken(1, 8))
                .toList();
    }

    private static void put(Map<String, List<GrayImage>> groups, String name, LongFunction<GrayImage> picture) {
        groups.put(name, LongStream.range(0, EACH).mapToObj(picture).toList());
    }

    private static Scene scene(long seed, double side, double degrees, double shear, double slant) {
        return Scene.cluttered(seed, SIDE, SIDE).code(CODE, side, degrees, shear, slant, false);
    }

    private static Scene dark(long seed, double side) {
        return Scene.cluttered(seed, SIDE, SIDE).code(CODE, side, turn(seed), 0, 0, true);
    }

    private static double turn(long seed) {
        return seed * 137.5 % 360;
    }
}
