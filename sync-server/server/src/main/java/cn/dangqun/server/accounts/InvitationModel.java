package cn.dangqun.server.accounts;

/// What the page of a link shows. `fresh`: a new account; otherwise a new password for `login`.
public record InvitationModel(
        String token, boolean fresh, String login, String name, String role, String until, String notice) {
    @Override
    public String toString() {
        return "InvitationModel";
    }
}
