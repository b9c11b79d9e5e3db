package cn.dangqun.domain.credential.code;

/// Number of one printed member card, counted up by the street from 1; what a revocation list names (F-70).
public record CardSerial(int value) implements Comparable<CardSerial> {
    public CardSerial {
        if (value < 1) {
            throw new IllegalArgumentException("a card serial is at least 1");
        }
    }

    @Override
    public int compareTo(CardSerial other) {
        return Integer.compare(value, other.value);
    }

    /// As printed on the card, such as `00001234`.
    @Override
    public String toString() {
        return "%08d".formatted(value);
    }
}
