package cn.dangqun.server.accounts;

import java.util.List;

/// What the page of accounts shows, word by word. Addresses are empty where there is nothing to go to.
public record AccountsModel(
        Filter filter,
        int found,
        String pages,
        String previous,
        String next,
        List<Row> rows,
        List<Open> invitations,
        Form form,
        String advice) {
    public AccountsModel {
        rows = List.copyOf(rows);
        invitations = List.copyOf(invitations);
    }

    /// `filtered`: fewer may stand here than there are.
    public record Filter(String text, List<Choice> orders, boolean filtered) {
        public Filter {
            orders = List.copyOf(orders);
        }
    }

    public record Choice(String id, String name, boolean chosen) {}

    /// `state` is for style.
    public record Row(
            String address,
            String login,
            String name,
            String role,
            String scope,
            String state,
            String stateName,
            String lastSignIn) {}

    /// A link that nobody has used yet.
    public record Open(String id, String note, String what, String scope, String invitedBy, String until) {}

    /// `notice`: what was wrong with what was typed.
    public record Form(String note, List<Choice> roles, List<Choice> scopes, String notice) {
        public Form {
            roles = List.copyOf(roles);
            scopes = List.copyOf(scopes);
        }
    }
}
