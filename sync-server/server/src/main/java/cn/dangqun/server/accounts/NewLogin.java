package cn.dangqun.server.accounts;

/// A login and its password, for whoever is to use it; show it to that person, never in a log.
public record NewLogin(String login, String password) {
    @Override
    public String toString() {
        return login;
    }
}
