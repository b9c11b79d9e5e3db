package cn.dangqun.server.web;

import java.util.Set;

/// What a route of data may be asked, and how much of a reader's minute each question takes. A question with any other
/// word is refused: whoever mistypes `from` must not be given everything.
public record DataRule(int cost, Set<String> query) {
    public DataRule {
        query = Set.copyOf(query);
    }

    public static DataRule asks(String... query) {
        return new DataRule(1, Set.of(query));
    }

    /// So many times as heavy as others.
    public DataRule costing(int times) {
        return new DataRule(times, query);
    }
}
