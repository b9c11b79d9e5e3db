package cn.dangqun.server.web;

/// Ways in which a request comes to nothing; each has its own words on the screen.
enum Trouble {
    BAD_REQUEST(400),
    /// The address asks for a day or a month that is none
    NO_DAY(400),
    FORBIDDEN(403),
    /// The form's token is missing or of another session
    STALE_FORM(403),
    /// The form says that it comes from another address than this
    OTHER_ADDRESS(403),
    NOT_FOUND(404),
    TOO_LARGE(413),
    BROKEN(500);

    private final int status;

    Trouble(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /// What a status set by the HTTP layer itself means to a person.
    static Trouble ofStatus(int status) {
        return switch (status) {
            case 404, 405 -> NOT_FOUND;
            case 413 -> TOO_LARGE;
            default -> status < 500 ? BAD_REQUEST : BROKEN;
        };
    }
}
