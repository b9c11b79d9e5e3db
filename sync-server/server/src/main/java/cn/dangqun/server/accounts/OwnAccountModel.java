package cn.dangqun.server.accounts;

import java.util.List;

/// What the page of one's own account shows. `codesLeft`: codes on paper that were not used yet.
public record OwnAccountModel(
        String login, boolean secondFactor, int codesLeft, List<AccountModel.Session> sessions, String notice) {
    public OwnAccountModel {
        sessions = List.copyOf(sessions);
    }
}
