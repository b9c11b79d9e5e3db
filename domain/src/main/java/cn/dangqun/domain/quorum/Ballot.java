package cn.dangqun.domain.quorum;

import java.util.List;

/// Totals of one ballot; for a secret ballot nothing more is ever known. `covers` are the numbers of the
/// items it was taken on: more than one is against R-110.
public record Ballot(List<Integer> covers, int yes, int no, int abstain, int writtenYes) {
    public Ballot {
        covers = List.copyOf(covers);
        if (covers.isEmpty()) {
            throw new IllegalArgumentException("a ballot is taken on something");
        }
        if (yes < 0 || no < 0 || abstain < 0 || writtenYes < 0) {
            throw new IllegalArgumentException("votes are counted from 0");
        }
    }

    boolean isSeparate() {
        return covers.size() == 1;
    }

    /// Votes given in the room.
    long cast() {
        return (long) yes + no + abstain;
    }
}
