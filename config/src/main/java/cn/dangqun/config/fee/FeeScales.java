package cn.dangqun.config.fee;

import cn.dangqun.config.profile.json.Fault;
import cn.dangqun.config.profile.json.JsonText;
import cn.dangqun.config.profile.json.Place;
import cn.dangqun.config.profile.json.UnreadableException;
import cn.dangqun.domain.fee.FeeAmount;
import cn.dangqun.domain.fee.FeeGroup;
import cn.dangqun.domain.fee.FeeScale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;

/// Reads the scale that proposes what members pay (forms.md, section 4.1; OQ-42). Safe for any thread.
public final class FeeScales {
    private static final int WHOLE = 1000;
    private static final int MOST_BASE = 10_000_000;

    private FeeScales() {}

    /// The scale that comes with the product.
    ///
    /// @throws IllegalStateException if it is not whole
    public static FeeScale shipped() {
        try (var stream = FeeScales.class.getResourceAsStream("scale-2008.json")) {
            if (stream == null) {
                throw new IllegalStateException("the scale of fees is missing");
            }
            return read(stream.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (UnreadableException broken) {
            throw new IllegalStateException("the scale of fees is not JSON", broken);
        }
    }

    static FeeScale read(byte[] json) throws UnreadableException {
        var faults = new ArrayList<Fault>();
        var root = Place.root(JsonText.parse(json), faults).only("schema", "title", "groups");
        var rules = new EnumMap<FeeGroup, FeeScale.Rule>(FeeGroup.class);
        root.field("groups").entries().forEach((name, place) -> rules.put(FeeGroup.valueOf(name), rule(place)));
        var title = root.field("title").text();
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the scale of fees has faults: " + faults);
        }
        return new FeeScale(title, rules);
    }

    private static FeeScale.Rule rule(Place place) {
        return place.maybe("bands")
                .<FeeScale.Rule>map(bands -> new FeeScale.Bands(
                        bands.items().stream().map(FeeScales::band).toList()))
                .orElseGet(() -> new FeeScale.Fixed(amount(place.field("least")), amount(place.field("most"))));
    }

    private static FeeScale.Band band(Place place) {
        return new FeeScale.Band(
                place.maybe("upTo").map(each -> new FeeAmount(100L * each.whole(1, MOST_BASE))),
                place.field("perMille").whole(0, WHOLE));
    }

    private static FeeAmount amount(Place place) {
        return FeeAmount.rounded(place.number());
    }
}
