package cn.dangqun.server.web;

import cn.dangqun.server.text.Texts;
import com.fasterxml.jackson.annotation.JsonInclude;

/// Ways in which the question of another system comes to nothing, as problem details (RFC 9457). `type` stays the same
/// for ever, the words may change.
enum Problem {
    /// Half an escape, or no query
    BAD_REQUEST(400, "bad-request"),
    NO_TOKEN(401, "no-token"),
    /// Unknown, withdrawn or too old: the three look the same
    BAD_TOKEN(401, "bad-token"),
    FORBIDDEN(403, "forbidden"),
    /// Unknown or of another subtree: the two look the same
    NOT_FOUND(404, "not-found"),
    /// What is asked cannot be
    UNREADABLE(422, "unreadable"),
    TOO_OFTEN(429, "too-often"),
    BROKEN(500, "broken");

    static final String CONTENT_TYPE = "application/problem+json; charset=utf-8";
    private static final String PREFIX = "urn:dangqun:problem:";

    private final int status;
    private final String type;

    Problem(int status, String type) {
        this.status = status;
        this.type = type;
    }

    int status() {
        return status;
    }

    /// `detail` is empty, or says what is wrong.
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Details(String type, String title, int status, String detail) {}

    Details details(Texts texts, String detail) {
        return new Details(PREFIX + type, title(texts), status, detail);
    }

    private String title(Texts texts) {
        return switch (this) {
            case BAD_REQUEST -> texts.get("web.problem.badRequest");
            case NO_TOKEN -> texts.get("web.problem.noToken");
            case BAD_TOKEN -> texts.get("web.problem.badToken");
            case FORBIDDEN -> texts.get("web.problem.forbidden");
            case NOT_FOUND -> texts.get("web.problem.notFound");
            case UNREADABLE -> texts.get("web.problem.unreadable");
            case TOO_OFTEN -> texts.get("web.problem.tooOften");
            case BROKEN -> texts.get("web.problem.broken");
        };
    }

    static Problem ofStatus(int status) {
        return switch (status) {
            case 404, 405 -> NOT_FOUND;
            default -> status < 500 ? BAD_REQUEST : BROKEN;
        };
    }
}
