package cn.dangqun.domain.request;

/// Who answers for a request: somebody of the staff at kiosks and windows, or an account of the console. `text` is
/// the form in which facts name it.
public record Answerer(String text) {
    private static final String STAFF = "staff:";
    private static final String ACCOUNT = "account:";

    public Answerer {
        if (!text.matches("(?s)(staff|account):.{1,64}")) {
            throw new IllegalArgumentException("somebody of the staff or an account answers");
        }
    }

    public static Answerer staff(String id) {
        return new Answerer(STAFF + id);
    }

    public static Answerer account(String login) {
        return new Answerer(ACCOUNT + login);
    }

    public boolean isStaff() {
        return text.startsWith(STAFF);
    }

    /// The street's identifier of the person, or the account's login.
    public String name() {
        return text.substring(text.indexOf(':') + 1);
    }

    @Override
    public String toString() {
        return text;
    }
}
