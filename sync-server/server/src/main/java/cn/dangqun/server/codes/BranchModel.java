package cn.dangqun.server.codes;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import java.util.List;
import java.util.Optional;

/// What the page of one branch shows, word by word: of its `people` those who were found, page by page. `form`
/// is there for those who may issue; `undrawn` are the signs in names that most fonts lack.
public record BranchModel(
        String id,
        String name,
        String above,
        boolean fullNames,
        String namesAddress,
        String notice,
        String undrawn,
        String search,
        List<Choice> orders,
        int people,
        List<Member> members,
        ListQuestion.Pages pages,
        Optional<Form> form) {
    public BranchModel {
        orders = List.copyOf(orders);
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
