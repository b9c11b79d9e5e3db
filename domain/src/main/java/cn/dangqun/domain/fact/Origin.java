package cn.dangqun.domain.fact;

/// Where a fact was first written. `hash` is its chain hash there, 64 hex digits: it covers everything before it, so
/// that two histories with the same numbers are told apart. Whatever ledgers a fact is carried through, its origin
/// stays the same.
public record Origin(FactId id, String hash) {
    public Origin {
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a chain hash has 64 hex digits");
        }
    }
}
