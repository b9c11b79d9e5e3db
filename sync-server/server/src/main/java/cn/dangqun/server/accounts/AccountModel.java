package cn.dangqun.server.accounts;

import java.util.List;

/// What the page of one account shows, word by word.
public record AccountModel(
        AccountsModel.Row row,
        String created,
        boolean disabled,
        boolean secondFactor,
        List<AccountsModel.Choice> roles,
        List<AccountsModel.Choice> scopes,
        List<Session> sessions,
        String trail,
        String notice) {
    public AccountModel {
        roles = List.copyOf(roles);
        scopes = List.copyOf(scopes);
        sessions = List.copyOf(sessions);
    }

    /// `own`: the one that looks at this page.
    public record Session(String id, String remote, String begun, String seen, boolean own) {}
}
