package cn.dangqun.server.web;

import com.google.protobuf.ByteString;
import java.util.Map;

/// What a page answers; the console turns it into HTTP.
public sealed interface Reply {

    /// A whole page inside the layout. `title` is already in Chinese, `model` holds the template's parameters.
    record Page(int status, String template, String title, Map<String, Object> model) implements Reply {
        public Page {
            model = Map.copyOf(model);
        }
    }

    /// 303, so that reloading never repeats a form.
    record SeeOther(String location) implements Reply {}

    /// A text to keep as a file; `name` is ASCII.
    record Download(String name, String contentType, String content) implements Reply {}

    /// A workbook to keep; `name` is ASCII.
    record Sheet(String name, ByteString content) implements Reply {
        static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    /// Pages to print, as PDF; `name` is ASCII. Kept by no cache.
    record Pages(String name, ByteString pdf) implements Reply {}

    /// A picture to look at; kept by no cache.
    record Picture(ByteString jpeg) implements Reply {}

    /// What another system reads: records, written as JSON.
    record Json(Object content) implements Reply {}

    /// Another system asks what cannot be; `detail` says in Chinese why.
    record Unreadable(String detail) implements Reply {}

    /// Sets the session cookie and goes on; `browser` is what the browser is known by from now on.
    record SignedIn(String sessionToken, String browser, String location) implements Reply {
        @Override
        public String toString() {
            return "SignedIn";
        }
    }

    /// Drops the session cookie and goes on.
    record SignedOut(String location) implements Reply {}

    /// Unknown, or outside the viewer's subtree: the two must look the same (F-79).
    record NotFound() implements Reply {}

    /// Known, but not for this role.
    record Forbidden() implements Reply {}

    /// The form's values cannot be: the browser's own checks were bypassed.
    record BadRequest() implements Reply {}

    static Reply page(String template, String title, Map<String, Object> model) {
        return new Page(200, template, title, model);
    }
}
