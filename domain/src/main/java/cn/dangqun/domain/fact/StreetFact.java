package cn.dangqun.domain.fact;

/// What people at the street decided about facts of kiosks, recorded in the street's own ledger and folded together
/// with
/// theirs, so that a rebuild gives the same page (DESIGN §4). `login` is who decided, `reason` why.
public sealed interface StreetFact extends Fact {
    String login();

    String reason();

    /// A record that was set aside is dealt with.
    record ParkedSettled(FactId record, Settlement settlement, String login, String reason) implements StreetFact {
        public ParkedSettled {
            if (reason.isBlank() || reason.length() > 400) {
                throw new IllegalArgumentException("a decision has a reason of at most 400 characters");
            }
        }
    }

    /// What became of a record that was set aside.
    enum Settlement {
        /// Looked into: it counts for nothing
        DISREGARDED,
        /// What it said was recorded in another way
        RECORDED_OTHERWISE
    }
}
