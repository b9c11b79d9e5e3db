package cn.dangqun.config.wall;

import cn.dangqun.config.profile.json.Place;
import cn.dangqun.domain.wall.WallCatalogue;
import cn.dangqun.domain.wall.WallSlotId;
import cn.dangqun.domain.wall.WallSource;
import cn.dangqun.domain.wall.WallText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads official texts with their source and edition.
final class PackReader {
    private static final String SCHEMA = "wall-texts/1";

    private PackReader() {}

    static List<PackText> read(Place document, WallCatalogue catalogue) {
        document.only("schema", "note", "texts").field("schema").oneOf(Map.of(SCHEMA, SCHEMA));
        var texts = new ArrayList<PackText>();
        for (var each : document.field("texts").items()) {
            each.only("slot", "title", "work", "edition", "compared", "body");
            var slot = CatalogueReader.slotId(each.field("slot"));
            if (slot.flatMap(catalogue::find).isEmpty()) {
                each.fault(
                        "wall.unknown_slot", "id", slot.map(WallSlotId::value).orElse("?"));
            }
            var text = text(each);
            var source = source(each);
            var compared = each.maybe("compared").map(Place::text).orElse("");
            if (slot.isPresent() && text.isPresent() && source.isPresent()) {
                texts.add(new PackText(slot.get(), text.get(), source.get(), compared));
            }
        }
        return texts;
    }

    /// A title and its body, line by line.
    static Optional<WallText> text(Place place) {
        var body = place.field("body").items().stream().map(Place::text).collect(Collectors.joining("\n"));
        try {
            return Optional.of(WallText.typed(place.field("title").text(), body));
        } catch (IllegalArgumentException unfit) {
            place.fault("wall.text_form", "title", WallText.LONGEST_TITLE, "body", WallText.LONGEST_BODY);
            return Optional.empty();
        }
    }

    private static Optional<WallSource> source(Place place) {
        try {
            return Optional.of(new WallSource(
                    place.field("work").text(), place.field("edition").text(), Optional.empty()));
        } catch (IllegalArgumentException tooLong) {
            place.fault("wall.source_form", "most", WallSource.LONGEST);
            return Optional.empty();
        }
    }
}
