package cn.dangqun.domain.study;

import java.math.BigDecimal;
import java.util.Optional;

/// Hours or days in steps of one half, held as a whole number of halves; never negative.
public record StudyAmount(int halves) implements Comparable<StudyAmount> {
    public static final StudyAmount NONE = new StudyAmount(0);

    public StudyAmount {
        if (halves < 0) {
            throw new IllegalArgumentException("a negative amount of study");
        }
    }

    public static StudyAmount whole(int units) {
        return new StudyAmount(Math.multiplyExact(2, units));
    }

    /// Empty unless the number is a multiple of 0.5 from 0 to 10 000.
    public static Optional<StudyAmount> of(BigDecimal number) {
        var halves = number.multiply(BigDecimal.TWO);
        boolean fits = halves.signum() >= 0
                && halves.compareTo(BigDecimal.valueOf(20_000)) <= 0
                && halves.remainder(BigDecimal.ONE).signum() == 0;
        return fits ? Optional.of(new StudyAmount(halves.intValueExact())) : Optional.empty();
    }

    public StudyAmount plus(StudyAmount more) {
        return new StudyAmount(Math.addExact(halves, more.halves));
    }

    /// How much is missing to reach `goal`; nothing when it is reached.
    public StudyAmount missingTo(StudyAmount goal) {
        return new StudyAmount(Math.max(0, goal.halves - halves));
    }

    public boolean reaches(StudyAmount goal) {
        return halves >= goal.halves;
    }

    public boolean isNone() {
        return halves == 0;
    }

    public BigDecimal number() {
        return halves % 2 == 0 ? BigDecimal.valueOf(halves / 2) : BigDecimal.valueOf(halves * 5L, 1);
    }

    @Override
    public int compareTo(StudyAmount other) {
        return Integer.compare(halves, other.halves);
    }

    @Override
    public String toString() {
        return number().toPlainString();
    }
}
