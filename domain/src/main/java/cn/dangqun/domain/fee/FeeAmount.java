package cn.dangqun.domain.fee;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// An amount of money in 分, from 0 to 1000 million yuan.
public record FeeAmount(long cents) implements Comparable<FeeAmount> {
    public static final FeeAmount NONE = new FeeAmount(0);
    private static final long MOST = 100_000_000_000L;
    private static final int DIGITS = 2;

    public FeeAmount {
        if (cents < 0 || cents > MOST) {
            throw new IllegalArgumentException("an amount is from 0 to 1000 million yuan");
        }
    }

    /// Exact to 0.01 yuan, half up (OQ-42).
    public static FeeAmount rounded(BigDecimal yuan) {
        return new FeeAmount(yuan.setScale(DIGITS, RoundingMode.HALF_UP)
                .movePointRight(DIGITS)
                .longValueExact());
    }

    /// As people type yuan, with at most two decimals; empty for anything else.
    public static Optional<FeeAmount> read(String typed) {
        return Optional.of(typed.strip())
                .filter(text -> text.matches("\\d{1,7}(\\.\\d{1,2})?"))
                .map(BigDecimal::new)
                .map(FeeAmount::rounded);
    }

    public BigDecimal yuan() {
        return BigDecimal.valueOf(cents, DIGITS);
    }

    public FeeAmount plus(FeeAmount other) {
        return new FeeAmount(cents + other.cents);
    }

    public FeeAmount times(int months) {
        return new FeeAmount(Math.multiplyExact(cents, months));
    }

    public boolean isNone() {
        return cents == 0;
    }

    @Override
    public int compareTo(FeeAmount other) {
        return Long.compare(cents, other.cents);
    }

    /// In yuan with two decimals.
    @Override
    public String toString() {
        return yuan().toPlainString();
    }
}
