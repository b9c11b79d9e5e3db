package cn.dangqun.server.codes;

import java.util.List;
import java.util.Optional;

/// What the page of one branch shows, word by word. `form` is there for those who may issue; `undrawn` are the signs in
/// names that most fonts lack.
public record BranchModel(
        String id,
        String name,
        String above,
        boolean fullNames,
        String namesAddress,
        String notice,
        String undrawn,
        List<Member> members,
        Optional<Form> form) {
    public BranchModel {
        members = List.copyOf(members);
    }

    /// `serial` is empty when there is no card; `standing` is a [CardState], for style.
    public record Member(String id, String name, String serial, String standing, String standingName, String detail) {
        public boolean holdsGoodCard() {
            return switch (CardState.valueOf(standing)) {
                case GOOD, ENDING, KEY_ENDING -> true;
                case NONE, EXPIRED, REVOKED -> false;
            };
        }

        @Override
        public String toString() {
            return "Member[" + id + "]";
        }
    }

    /// `sheet` makes a form that is sent twice ask for one thing.
    public record Form(String sheet, DayRange days, int without) {}
}
