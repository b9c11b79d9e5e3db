package cn.dangqun.domain.credential.code;

/// Number of one printed member card, counted up by the street from 1; what a revocation list names (F-70).
public record CardSerial(long value) implements Comparable<CardSerial> {
    private static final long MAX = 0xFFFF_FFFFL;

    public CardSerial {
        if (value < 1 || value > MAX) {
            throw new IllegalArgumentException("a card serial lies between 1 and " + MAX);
        }
    }

    @Override
    public int compareTo(CardSerial other) {
        return Long.compare(value, other.value);
    }

    /// As printed on the card, such as `00001234`.
    @Override
    public String toString() {
        return "%08d".formatted(value);
    }
}
