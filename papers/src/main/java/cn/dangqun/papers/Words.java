package cn.dangqun.papers;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/// The printed words, in Simplified Chinese whatever the machine's locale.
record Words(ResourceBundle bundle) {
    /// Room to write by hand.
    private static final String BLANK = "＿＿＿＿＿＿";

    private static final int NOON = 12;

    static Words load() {
        return new Words(ResourceBundle.getBundle("cn.dangqun.papers.texts", Locale.ROOT));
    }

    String get(String key, Object... arguments) {
        var text = bundle.getString(key);
        if (arguments.length == 0) {
            return text;
        }
        var plain = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            plain[i] = arguments[i].toString();
        }
        return new MessageFormat(text, Locale.ROOT).format(plain);
    }

    String orBlank(String value) {
        return value.isBlank() ? BLANK : value;
    }

    String day(LocalDate day) {
        return get("paper.day", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    String moment(LocalDateTime at) {
        return day(at.toLocalDate()) + " " + time(at);
    }

    private String time(LocalDateTime at) {
        return get(
                at.getHour() < NOON ? "paper.time.morning" : "paper.time.afternoon",
                at.getHour() > NOON ? at.getHour() - NOON : at.getHour(),
                "%02d".formatted(at.getMinute()));
    }

    /// From when to when, with room for what is not known.
    String span(MeetingHead meeting) {
        if (meeting.begins().isEmpty()) {
            return "";
        }
        var begins = meeting.begins().get();
        return get(
                "paper.span",
                moment(begins),
                meeting.ends()
                        .map(ends -> ends.toLocalDate().equals(begins.toLocalDate()) ? time(ends) : moment(ends))
                        .orElse(BLANK));
    }

    Optional<String> some(String value) {
        return value.isBlank() ? Optional.empty() : Optional.of(value);
    }
}
