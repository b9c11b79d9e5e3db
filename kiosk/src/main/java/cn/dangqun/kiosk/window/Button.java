package cn.dangqun.kiosk.window;

import cn.dangqun.domain.queue.Ticket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A button of the window page. The page's script sends `act` and the rest of its data; `key` presses it too.
final class Button {
    private final String words;
    private final Map<String, String> data = new LinkedHashMap<>();
    private String classes = "";
    private boolean off;

    private Button(String act, String words) {
        this.words = words;
        data.put("act", act);
    }

    static Button of(String act, String words) {
        return new Button(act, words);
    }

    Button key(String key, String shown) {
        data.put("key", key);
        data.put("shown", shown);
        return this;
    }

    Button about(Ticket ticket) {
        data.put("ticket", ticket.id().hex());
        data.put("mark", Marks.of(ticket));
        return this;
    }

    Button current(Optional<Ticket> ticket) {
        data.put("mark", Marks.of(ticket));
        return this;
    }

    Button to(String value) {
        data.put("to", value);
        return this;
    }

    Button asks(String question) {
        data.put("confirm", question);
        return this;
    }

    Button undo(String ticket) {
        data.put("ticket", ticket);
        return this;
    }

    /// Gone after so many milliseconds.
    Button lasts(long millis) {
        data.put("left", Long.toString(millis));
        return this;
    }

    Button styled(String names) {
        classes = names;
        return this;
    }

    Button offUnless(boolean on) {
        off = !on;
        return this;
    }

    String html() {
        var html = new StringBuilder("<button type=\"button\"");
        if (!classes.isEmpty()) {
            html.append(" class=\"").append(classes).append('"');
        }
        data.forEach((name, value) -> html.append(" data-")
                .append(name)
                .append("=\"")
                .append(Html.escape(value))
                .append('"'));
        html.append(off ? " disabled>" : ">").append(Html.escape(words));
        var shown = data.get("shown");
        if (shown != null) {
            html.append("<kbd>").append(Html.escape(shown)).append("</kbd>");
        }
        return html.append("</button>").toString();
    }
}
