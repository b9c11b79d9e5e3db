package cn.dangqun.kiosk.window;

import java.util.Optional;

/// What a page answers; [WebHandler] turns it into HTTP.
sealed interface Answer {
    /// `html`: a whole page, or the part of one that is shown anew.
    record Html(int status, String html) implements Answer {}

    /// 303; `cookie`: the session's token from now on, empty text: none any more.
    record SeeOther(String location, Optional<String> cookie) implements Answer {
        SeeOther(String location) {
            this(location, Optional.empty());
        }
    }

    record Asset(String type, String text) implements Answer {}

    /// Nothing but the status.
    record Bare(int status) implements Answer {}

    /// Stays open and sends what `view` makes of the queue, whenever it is another.
    record Live(View view) implements Answer {}
}
