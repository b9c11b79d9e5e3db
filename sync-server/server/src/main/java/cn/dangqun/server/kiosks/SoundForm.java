package cn.dangqun.server.kiosks;

import cn.dangqun.domain.voice.VolumeSchedule;
import cn.dangqun.domain.voice.VolumeSchedule.Day;
import cn.dangqun.domain.voice.VolumeSchedule.Part;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.Visit;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The form of the parts of a day: as it stands, as it was typed, and as it is read.
record SoundForm(Texts texts) {
    private static final int PARTS = VolumeSchedule.USUAL_PARTS;
    private static final String OTHERWISE = "otherwise";

    /// What the form begins with where nothing is set: quiet after the office has closed.
    private static final VolumeSchedule BEGINNING = VolumeSchedule.of("08:00=80 20:00=0");

    /// In percent. `MEDIUM` is what a kiosk speaks with where nobody says otherwise.
    private enum Loudness {
        SILENT(0),
        FAINT(25),
        SOFT(50),
        MEDIUM(80),
        LOUD(100);

        private final int percent;

        Loudness(int percent) {
            this.percent = percent;
        }

        static Loudness nearest(int percent) {
            return Arrays.stream(values())
                    .min(Comparator.comparingInt(each -> Math.abs(each.percent - percent)))
                    .orElseThrow();
        }
    }

    /// What stands, in words.
    String words(VolumeSchedule volume) {
        var day = volume.day();
        var parts = day.parts().stream()
                .map(part -> texts.get(
                        "kiosks.sound.part",
                        part.from().toString(),
                        part.to().toString(),
                        name(Loudness.nearest(part.percent()))))
                .toList();
        var otherwise = name(Loudness.nearest(day.otherwise()));
        return parts.isEmpty()
                ? texts.get("kiosks.sound.always", otherwise)
                : texts.get("kiosks.sound.day", String.join("，", parts), otherwise);
    }

    SoundModel of(Optional<VolumeSchedule> standing, List<String> lines) {
        var day = standing.orElse(BEGINNING).day();
        var rows = IntStream.range(0, PARTS)
                .mapToObj(i -> i < day.parts().size()
                        ? row(i + 1, day.parts().get(i))
                        : new SoundModel.Row(i + 1, "", "", choices(Loudness.MEDIUM.name())))
                .toList();
        return new SoundModel(
                lines,
                standing.isPresent(),
                rows,
                choices(Loudness.nearest(day.otherwise()).name()));
    }

    private SoundModel.Row row(int number, Part part) {
        return new SoundModel.Row(
                number,
                part.from().toString(),
                part.to().toString(),
                choices(Loudness.nearest(part.percent()).name()));
    }

    /// The same with what somebody typed, so that nothing of it is lost.
    SoundModel typed(SoundModel standing, Visit visit) {
        var rows = IntStream.rangeClosed(1, PARTS)
                .mapToObj(number -> new SoundModel.Row(
                        number,
                        visit.form("from" + number),
                        visit.form("to" + number),
                        choices(visit.form("loudness" + number))))
                .toList();
        return new SoundModel(standing.lines(), standing.set(), rows, choices(visit.form(OTHERWISE)));
    }

    /// Empty when something is wrong, which the form then says.
    Optional<VolumeSchedule> read(Visit visit, Form form) {
        var parts = new TreeMap<Integer, Part>();
        for (int number = 1; number <= PARTS; number++) {
            int at = number;
            part(visit, form, number).ifPresent(part -> parts.put(at, part));
        }
        refuseOverlaps(parts, form);
        var otherwise = loudness(visit.form(OTHERWISE));
        if (otherwise.isEmpty()) {
            form.refuse(texts.get("kiosks.sound.noOtherwise"));
        }
        return form.isGood()
                ? Optional.of(
                        VolumeSchedule.of(new Day(new ArrayList<>(parts.values()), otherwise.orElseThrow().percent)))
                : Optional.empty();
    }

    private Optional<Part> part(Visit visit, Form form, int number) {
        var from = visit.form("from" + number).strip();
        var to = visit.form("to" + number).strip();
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        var begins = time(from);
        var ends = time(to);
        var loudness = loudness(visit.form("loudness" + number));
        if (begins.isEmpty() || ends.isEmpty()) {
            form.refuse(texts.get("kiosks.sound.noTime", number));
        } else if (begins.equals(ends)) {
            form.refuse(texts.get("kiosks.sound.noLength", number));
        } else if (loudness.isEmpty()) {
            form.refuse(texts.get("kiosks.sound.noLoudness", number));
        } else {
            return Optional.of(new Part(begins.get(), ends.get(), loudness.get().percent));
        }
        return Optional.empty();
    }

    private void refuseOverlaps(Map<Integer, Part> parts, Form form) {
        parts.forEach((number, part) -> parts.entrySet().stream()
                .filter(other -> other.getKey() > number && other.getValue().overlaps(part))
                .forEach(other -> form.refuse(texts.get("kiosks.sound.overlap", number, other.getKey()))));
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text)).filter(time -> time.getSecond() == 0 && time.getNano() == 0);
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<Loudness> loudness(String name) {
        return Arrays.stream(Loudness.values())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    private List<Choice> choices(String chosen) {
        return Choice.of(Loudness.values(), this::name, chosen);
    }

    private String name(Loudness loudness) {
        return switch (loudness) {
            case SILENT -> texts.get("kiosks.sound.silent");
            case FAINT -> texts.get("kiosks.sound.faint");
            case SOFT -> texts.get("kiosks.sound.soft");
            case MEDIUM -> texts.get("kiosks.sound.medium");
            case LOUD -> texts.get("kiosks.sound.loud");
        };
    }
}
