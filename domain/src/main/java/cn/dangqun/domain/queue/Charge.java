package cn.dangqun.domain.queue;

/// 无偿 or 低偿.
public sealed interface Charge {
    record Free() implements Charge {}

    /// `price` as published, in words.
    record LowCost(String price) implements Charge {
        public LowCost {
            if (price.isBlank()) {
                throw new IllegalArgumentException("a low-cost service has a published price");
            }
        }
    }
}
