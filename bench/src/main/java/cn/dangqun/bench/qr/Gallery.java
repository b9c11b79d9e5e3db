package cn.dangqun.bench.qr;

import cn.dangqun.devices.drivers.qr.GrayImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Pictures of our own in the classes in which readers are weak, and pictures without any code. Nobody else's pictures
/// are needed to measure with; those of public sets are read from a directory.
final class Gallery {
    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-./:";
    private static final int SHORT = 40;

    private Gallery() {}

    /// `each` of every class.
    static List<QrSample> drawn(int each) {
        var samples = new ArrayList<QrSample>();
        add(
                samples,
                each,
                "plain",
                SHORT,
                (photograph, text) -> photograph.code(text, 6, turn(text)).taken(4));
        add(
                samples,
                each,
                "damaged",
                SHORT,
                (photograph, text) ->
                        photograph.code(text, 9, turn(text)).damaged(0.015).taken(4));
        add(
                samples,
                each,
                "badly damaged",
                SHORT,
                (photograph, text) ->
                        photograph.code(text, 9, turn(text)).damaged(0.03).taken(4));
        add(
                samples,
                each,
                "glaring",
                SHORT,
                (photograph, text) ->
                        photograph.code(text, 9, turn(text)).glaring(0.22).taken(4));
        add(
                samples,
                each,
                "badly glaring",
                SHORT,
                (photograph, text) ->
                        photograph.code(text, 9, turn(text)).glaring(0.3).taken(4));
        add(
                samples,
                each,
                "version 15 to 20",
                500,
                (photograph, text) -> photograph.code(text, 6, 0).taken(4));
        add(
                samples,
                each,
                "version 25 to 30",
                1200,
                (photograph, text) -> photograph.code(text, 4.6, 2).taken(3));
        add(
                samples,
                each,
                "version 35 to 40",
                2000,
                (photograph, text) -> photograph.code(text, 3.8, 0).taken(2));
        addEmpty(samples, each, "no code: a room", photograph -> photograph.taken(6));
        addEmpty(
                samples,
                each,
                "no code: a page",
                photograph -> photograph.print().taken(6));
        addEmpty(
                samples,
                each,
                "no code: windows",
                photograph -> photograph.windows().taken(6));
        return samples;
    }

    private static double turn(String text) {
        return Math.floorMod(text.hashCode(), 360);
    }

    private static void add(
            List<QrSample> samples,
            int each,
            String name,
            int length,
            BiFunction<Photograph, String, GrayImage> picture) {
        for (int number = 0; number < each; number++) {
            var random = new SplittableRandom(name.hashCode() * 31L + number);
            var text = text(random, length);
            samples.add(new QrSample(
                    Path.of(name, "picture-" + number),
                    picture.apply(new Photograph(random), text),
                    Optional.of(text)));
        }
    }

    private static void addEmpty(
            List<QrSample> samples, int each, String name, Function<Photograph, GrayImage> picture) {
        for (int number = 0; number < each; number++) {
            var random = new SplittableRandom(name.hashCode() * 31L + number);
            samples.add(new QrSample(
                    Path.of(name, "picture-" + number), picture.apply(new Photograph(random)), Optional.empty()));
        }
    }

    private static String text(SplittableRandom random, int length) {
        var text = new StringBuilder("DQ1:");
        for (int i = 0; i < length + random.nextInt(length / 4); i++) {
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }
}
