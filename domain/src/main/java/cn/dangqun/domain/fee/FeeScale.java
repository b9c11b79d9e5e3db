package cn.dangqun.domain.fee;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a scale proposes; what the branch fixed is the amount (OQ-42). One rate on the whole base; a boundary belongs
/// to the lower band.
public record FeeScale(String title, Map<FeeGroup, Rule> rules) {
    public FeeScale {
        rules = Map.copyOf(rules);
        for (var group : FeeGroup.values()) {
            if (!rules.containsKey(group)) {
                throw new IllegalArgumentException("the scale says nothing of " + group);
            }
        }
    }

    /// How a group's fee is figured.
    public sealed interface Rule {}

    /// By the base, in bands of rising size; the last has no end.
    public record Bands(List<Band> bands) implements Rule {
        public Bands {
            bands = List.copyOf(bands);
            for (int i = 0; i < bands.size(); i++) {
                boolean last = i == bands.size() - 1;
                if (bands.get(i).upTo().isEmpty() != last) {
                    throw new IllegalArgumentException("only the last band has no end");
                }
                if (i > 0
                        && !last
                        && bands.get(i)
                                        .upTo()
                                        .get()
                                        .compareTo(bands.get(i - 1).upTo().orElseThrow())
                                <= 0) {
                    throw new IllegalArgumentException("bands rise");
                }
            }
            if (bands.isEmpty()) {
                throw new IllegalArgumentException("a scale has a band");
            }
        }
    }

    /// `perMille` of the whole base where the base is at most `upTo`.
    public record Band(Optional<FeeAmount> upTo, int perMille) {}

    /// From `least` to `most` whatever the base; the least is proposed.
    public record Fixed(FeeAmount least, FeeAmount most) implements Rule {}

    /// Empty where a base is needed and none is known.
    public Optional<FeeAmount> propose(FeeGroup group, Optional<FeeAmount> base) {
        return switch (rule(group)) {
            case Fixed fixed -> Optional.of(fixed.least());
            case Bands bands -> base.map(each -> of(bands, each));
        };
    }

    /// The rate of the band, as printed under 执行标准; empty where nothing is figured by a rate.
    public Optional<BigDecimal> percent(FeeGroup group, Optional<FeeAmount> base) {
        return rule(group) instanceof Bands bands
                ? base.map(each -> BigDecimal.valueOf(band(bands, each).perMille(), 1))
                : Optional.empty();
    }

    private Rule rule(FeeGroup group) {
        return Optional.ofNullable(rules.get(group)).orElseThrow();
    }

    private static FeeAmount of(Bands bands, FeeAmount base) {
        return FeeAmount.rounded(
                base.yuan().multiply(BigDecimal.valueOf(band(bands, base).perMille(), 3)));
    }

    private static Band band(Bands bands, FeeAmount base) {
        return bands.bands().stream()
                .filter(each ->
                        each.upTo().filter(end -> base.compareTo(end) > 0).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
