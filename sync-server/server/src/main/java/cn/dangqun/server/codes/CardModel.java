package cn.dangqun.server.codes;

import java.util.List;
import java.util.Optional;

/// What the page of one card shows, word by word.
public record CardModel(
        String serial,
        String name,
        String branch,
        String branchAddress,
        String namesAddress,
        boolean fullNames,
        String standing,
        String standingName,
        String detail,
        String issued,
        String lastDay,
        int printed,
        Optional<Revoked> revoked,
        Optional<Form> form,
        List<Other> others) {
    public CardModel {
        others = List.copyOf(others);
    }

    @Override
    public String toString() {
        return "CardModel[" + serial + "]";
    }

    /// `lifted`: the card has expired, so kiosks need not know it any more.
    public record Revoked(
            String reason,
            String when,
            boolean lifted,
            int kiosks,
            int received,
            int elsewhere,
            List<Waiting> waiting) {
        public Revoked {
            waiting = List.copyOf(waiting);
        }

        public boolean complete() {
            return received == kiosks;
        }
    }

    public record Waiting(String name, String site, String lastContact) {}

    /// What may be done with the card. `member` and `branch` are for the orders of another card.
    public record Form(
            String sheet, String member, String branch, boolean printable, boolean replaceable, DayRange days) {}

    /// Another card of the same member.
    public record Other(String serial, String standing, String standingName, String detail, String issued) {}
}
