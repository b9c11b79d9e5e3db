package cn.dangqun.server.cards;

/// What became of a card that was tied to a member at a kiosk, or untied there.
public final class CardTie {
    private CardTie() {}

    public enum State {
        /// It is the member's at every kiosk, until it ends
        HELD,
        /// It was another member's already, and stays so
        ANOTHERS,
        /// Something that happened later had arrived before
        LATE,
        /// From a kiosk that keeps no cards the street could turn
        UNKNOWN_SECRET,
        /// Of a card that was tied before there was a history: only its end is told
        BEFORE
    }
}
