package cn.dangqun.kiosk.guide;

import cn.dangqun.domain.queue.Audience;
import cn.dangqun.domain.queue.Charge;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.kiosk.ui.Texts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a service needs, line by line, in pages that a screen holds and in a code that a telephone reads.
record GuideLines(Texts texts, Function<Audience, String> audience) {
    /// What a code holds that a telephone still reads off a screen.
    private static final int CODE_BYTES = 900;

    /// Characters in a line of the type that is read from a wheelchair, and lines on a page.
    record Space(int characters, int lines) {
        static final Space PORTRAIT = new Space(26, 8);
        static final Space LANDSCAPE = new Space(36, 8);

        private int taken(String line) {
            return Math.ceilDiv(Math.max(1, line.codePointCount(0, line.length())), characters);
        }
    }

    List<String> of(ServiceItem service) {
        var lines = new ArrayList<String>();
        lines.add(texts.get(
                "guide.for", service.audiences().stream().sorted().map(audience).collect(Collectors.joining("、"))));
        lines.add(
                switch (service.charge()) {
                    case Charge.Free() -> texts.get("queue.ask.free");
                    case Charge.LowCost(var price) -> texts.get("queue.ask.price", price);
                });
        service.limitDays()
                .ifPresent(days ->
                        lines.add(days == 0 ? texts.get("queue.ask.atOnce") : texts.get("queue.ask.limit", days)));
        lines.addAll(materials(service.materials()));
        for (int i = 0; i < service.steps().size(); i++) {
            lines.add(texts.get("guide.step", i + 1, service.steps().get(i)));
        }
        if (service.sample()) {
            lines.add(texts.get("guide.sample"));
        }
        return lines;
    }

    /// A few stand in one line, many in one each.
    private List<String> materials(List<String> materials) {
        var joined = String.join("、", materials);
        if (materials.isEmpty()) {
            return List.of(texts.get("guide.noMaterials"));
        }
        if (joined.length() <= Space.LANDSCAPE.characters()) {
            return List.of(texts.get("queue.ask.materials", joined));
        }
        var lines = new ArrayList<String>();
        lines.add(texts.get("guide.materials", materials.size()));
        materials.forEach(each -> lines.add(texts.get("guide.material", each)));
        return lines;
    }

    List<List<String>> pages(ServiceItem service, Space space) {
        var pages = new ArrayList<List<String>>();
        var page = new ArrayList<String>();
        int taken = 0;
        for (var line : of(service)) {
            if (taken + space.taken(line) > space.lines() && !page.isEmpty()) {
                pages.add(List.copyOf(page));
                page.clear();
                taken = 0;
            }
            page.add(line);
            taken += space.taken(line);
        }
        pages.add(List.copyOf(page));
        return pages;
    }

    /// What a telephone reads off the code, without a network: as much as it holds, and then that there is more.
    String code(ServiceItem service) {
        var told = new StringBuilder(service.name());
        var more = "\n" + texts.get("guide.code.more");
        for (var line : of(service)) {
            if (bytes(told + "\n" + line + more) > CODE_BYTES) {
                return told + more;
            }
            told.append('\n').append(line);
        }
        return told.toString();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
