package cn.dangqun.config.wall;

import cn.dangqun.config.profile.json.Place;
import cn.dangqun.domain.period.PeriodKind;
import cn.dangqun.domain.rule.RuleId;
import cn.dangqun.domain.wall.PublicityColumn;
import cn.dangqun.domain.wall.PublicityCycle;
import cn.dangqun.domain.wall.WallClassification;
import cn.dangqun.domain.wall.WallColumn;
import cn.dangqun.domain.wall.WallDemand;
import cn.dangqun.domain.wall.WallGroup;
import cn.dangqun.domain.wall.WallReach;
import cn.dangqun.domain.wall.WallSlot;
import cn.dangqun.domain.wall.WallSlotId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads the frames of a catalogue (RULES §1.10).
final class CatalogueReader {
    private static final String SCHEMA = "wall-catalogue/1";
    private static final int LAST_ORDER = 999;
    private static final int LAST_DAY = 28;

    private CatalogueReader() {}

    static List<WallSlot> read(Place document) {
        document.only("schema", "note", "slots").field("schema").oneOf(Map.of(SCHEMA, SCHEMA));
        var ids = new HashSet<WallSlotId>();
        var slots = new ArrayList<WallSlot>();
        for (var each : document.field("slots").items()) {
            slot(each).ifPresent(slot -> {
                if (!ids.add(slot.id())) {
                    each.fault("wall.twice", "id", slot.id());
                }
                slots.add(slot);
            });
        }
        if (slots.isEmpty()) {
            document.fault("wall.empty");
        }
        return slots;
    }

    /// Empty when something of it was faulted.
    private static Optional<WallSlot> slot(Place place) {
        int before = place.faultCount();
        place.only("id", "title", "group", "order", "demand", "holds", "reach", "official", "column", "rule");
        var id = slotId(place.field("id"));
        var title = title(place.field("title"));
        var demand = place.field("demand").oneOf(WallDemand.class);
        var holds = place.field("holds").oneOf(WallClassification.class);
        var column = place.maybe("column").map(CatalogueReader::column);
        if (holds.mayHang() == (demand == WallDemand.FORBIDDEN)) {
            place.fault("wall.forbidden");
        }
        if (column.isPresent() && holds != WallClassification.PUBLICITY) {
            place.fault("wall.column_kind");
        }
        var group = place.field("group").oneOf(WallGroup.class);
        int order = place.field("order").whole(0, LAST_ORDER);
        var reach = place.field("reach").oneOf(WallReach.class);
        boolean official = place.maybe("official").map(Place::yes).orElse(false);
        var rule = place.field("rule").parsed(CatalogueReader::rule, "rule.form");
        if (place.faultCount() > before || id.isEmpty() || rule.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new WallSlot(id.get(), title, group, order, demand, holds, reach, official, column, rule.get()));
    }

    static Optional<WallSlotId> slotId(Place place) {
        return place.parsed(
                text -> WallSlotId.isSlotId(text) ? Optional.of(new WallSlotId(text)) : Optional.empty(),
                "wall.slot_form");
    }

    private static Optional<RuleId> rule(String text) {
        return RuleId.isRuleId(text) ? Optional.of(new RuleId(text)) : Optional.empty();
    }

    private static String title(Place place) {
        var title = place.text();
        if (title.codePointCount(0, title.length()) > WallSlot.LONGEST_TITLE) {
            place.fault("wall.title_long", "most", WallSlot.LONGEST_TITLE);
        }
        return title;
    }

    private static WallColumn column(Place place) {
        place.only("of", "every", "byDay", "filed");
        var byDay = place.maybe("byDay").map(day -> OptionalInt.of(day.whole(1, LAST_DAY)));
        return new WallColumn(
                place.field("of").oneOf(PublicityColumn.class),
                new PublicityCycle(place.field("every").oneOf(PeriodKind.class), byDay.orElseGet(OptionalInt::empty)),
                place.maybe("filed").map(Place::yes).orElse(false));
    }
}
