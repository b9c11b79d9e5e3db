package cn.dangqun.server.roster;

import cn.dangqun.domain.member.NameText;
import cn.dangqun.server.web.Choice;
import java.util.List;

/// What the page of one member shows. Forms are there for those who keep the roster.
public record MemberModel(
        String id,
        String name,
        String standing,
        boolean gone,
        boolean mayKeep,
        boolean numbered,
        List<Card> cards,
        List<Exempt> exemptions,
        boolean mayConsent,
        boolean mayAsk,
        List<String> problems,
        List<Belonging> belongings,
        List<Seat> seats,
        List<Line> history,
        List<Line> cardHistory,
        Typed form,
        Place place,
        List<Choice> organizations,
        List<Choice> posts,
        List<Choice> linkable,
        List<Choice> exemptionKinds,
        String today) {
    public MemberModel {
        problems = List.copyOf(problems);
        belongings = List.copyOf(belongings);
        cards = List.copyOf(cards);
        exemptions = List.copyOf(exemptions);
        exemptionKinds = List.copyOf(exemptionKinds);
        linkable = List.copyOf(linkable);
        seats = List.copyOf(seats);
        history = List.copyOf(history);
        cardHistory = List.copyOf(cardHistory);
        organizations = List.copyOf(organizations);
        posts = List.copyOf(posts);
    }

    /// The signs of the name that most fonts lack.
    public String undrawn() {
        return NameText.undrawn(name);
    }

    public record Belonging(String words, String since) {}

    public record Card(String key, String name, String about) {
        @Override
        public String toString() {
            return "Card[" + name + "]";
        }
    }

    /// `state` is that of the request; `running` one that has no last day yet.
    public record Exempt(
            String id, String state, String words, String when, String reason, boolean running, boolean own) {}

    public record Seat(String id, String organization, String post, String since, boolean open) {}

    public record Line(String when, String kind, String words, String effective, String reason, String login) {}

    /// What the books say.
    public record Typed(
            String name,
            List<Choice> sexes,
            String born,
            String ethnic,
            String education,
            String phone,
            String joined,
            String confirmed,
            String post,
            List<Choice> categories,
            String verified,
            String remark) {
        public Typed {
            sexes = List.copyOf(sexes);
            categories = List.copyOf(categories);
        }

        @Override
        public String toString() {
            return "Typed[hidden]";
        }
    }

    /// Where the person belongs.
    public record Place(List<Choice> branches, List<Choice> groups, List<Choice> statuses, List<Choice> relations) {
        public Place {
            branches = List.copyOf(branches);
            groups = List.copyOf(groups);
            statuses = List.copyOf(statuses);
            relations = List.copyOf(relations);
        }
    }

    @Override
    public String toString() {
        return "MemberModel[" + id + "]";
    }
}
