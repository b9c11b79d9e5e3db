package cn.dangqun.server.reference;

import java.util.Set;

/// What a kiosk last said it holds: the items of a site, of the kinds that a protocol version carries, with cards
/// under the secret of this name (empty: none, from an older kiosk). `scopes` is what it holds whole; empty: nobody
/// noted it.
public record Held(String site, int protocol, String cards, Set<Scope> scopes) {
    public Held {
        scopes = Set.copyOf(scopes);
    }

    public Held(String site, int protocol, String cards) {
        this(site, protocol, cards, Set.of());
    }

    /// Whether it is read as `now` is.
    boolean isLike(Held now) {
        return site.equals(now.site) && protocol == now.protocol && cards.equals(now.cards);
    }
}
