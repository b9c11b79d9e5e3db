package cn.dangqun.server.web;

import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.text.Texts;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the fields of one posted form. What is wrong with any is told in a sentence of its own; a value is empty
/// then. Fields are named by the text `prefix.field`. For one thread.
@OneProcess("What is wrong with one request; gone with it.")
public final class Form {
    private final Visit visit;
    private final Texts texts;
    private final String prefix;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();

    public Form(Visit visit, Texts texts, String prefix) {
        this.visit = visit;
        this.texts = texts;
        this.prefix = prefix;
    }

    /// In the order in which the fields were read; empty when nothing is wrong.
    public List<String> problems() {
        return List.copyOf(problems);
    }

    public boolean isGood() {
        return problems.isEmpty();
    }

    /// Something else than a single field is wrong.
    public void refuse(String sentence) {
        problems.add(sentence);
    }

    /// A field that is needed because of another.
    public void missing(String field) {
        refuse("web.form.missing", field);
    }

    /// Two fields of which one says that the other is empty.
    public void contradiction(String field, String other) {
        refuse("web.form.contradiction", field, name(other));
    }

    private void refuse(String key, String field, Object... values) {
        var all = new ArrayList<Object>();
        all.add(name(field));
        all.addAll(Arrays.asList(values));
        problems.add(texts.get(key, all.toArray()));
    }

    private String name(String field) {
        var own = names.get(field);
        return own == null ? texts.get(prefix + "." + field) : own;
    }

    /// Required, at most `longest` characters.
    public String text(String field, int longest) {
        var value = optional(field, longest);
        if (value.isEmpty() && visit.form(field).isBlank()) {
            refuse("web.form.missing", field);
        }
        return value.orElse("");
    }

    /// The same, of a field that is called otherwise on this form: by the text `called`.
    public String text(String field, String called, int longest) {
        names.put(field, texts.get(called));
        return text(field, longest);
    }

    public Optional<String> optional(String field, int longest) {
        var value = visit.form(field).strip();
        if (value.codePointCount(0, value.length()) > longest) {
            refuse("web.form.tooLong", field, longest);
            return Optional.empty();
        }
        if (value.codePoints().anyMatch(Character::isISOControl)) {
            refuse("web.form.control", field);
            return Optional.empty();
        }
        return Optional.of(value).filter(each -> !each.isEmpty());
    }

    /// Several lines, at most `longest` characters; lines end with a single `\n`.
    public Optional<String> paragraphs(String field, int longest) {
        var value = visit.form(field).replace("\r\n", "\n").replace('\r', '\n').strip();
        if (value.codePointCount(0, value.length()) > longest) {
            refuse("web.form.tooLong", field, longest);
            return Optional.empty();
        }
        if (value.codePoints().anyMatch(each -> each != '\n' && each != '\t' && Character.isISOControl(each))) {
            refuse("web.form.control", field);
            return Optional.empty();
        }
        return Optional.of(value).filter(each -> !each.isEmpty());
    }

    public Optional<LocalDate> day(String field) {
        var value = visit.form(field).strip();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        var day = Asked.day(value);
        if (day.isEmpty()) {
            refuse("web.form.noDay", field);
        }
        return day;
    }

    public Optional<LocalDate> requiredDay(String field) {
        var day = day(field);
        if (day.isEmpty() && visit.form(field).isBlank()) {
            refuse("web.form.missing", field);
        }
        return day;
    }

    public Optional<LocalTime> requiredTime(String field) {
        try {
            return Optional.of(LocalTime.parse(visit.form(field).strip()));
        } catch (DateTimeParseException malformed) {
            refuse("web.form.noTime", field);
            return Optional.empty();
        }
    }

    public Optional<Integer> number(String field, int least, int most) {
        var value = visit.form(field).strip();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        var number = Optional.of(value)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .filter(each -> each >= least && each <= most);
        if (number.isEmpty()) {
            refuse("web.form.noNumber", field, least, most);
        }
        return number;
    }

    public <E extends Enum<E>> Optional<E> choice(String field, Class<E> type) {
        var value = visit.form(field).strip();
        var chosen = value.isEmpty() ? Optional.<E>empty() : constant(type, value);
        if (!value.isEmpty() && chosen.isEmpty()) {
            refuse("web.form.noChoice", field);
        }
        return chosen;
    }

    public <E extends Enum<E>> Optional<E> requiredChoice(String field, Class<E> type) {
        var chosen = choice(field, type);
        if (chosen.isEmpty() && visit.form(field).isBlank()) {
            refuse("web.form.missing", field);
        }
        return chosen;
    }

    /// Those of the boxes `field.NAME` that are ticked.
    public <E extends Enum<E>> Set<E> ticked(String field, Class<E> type) {
        var chosen = EnumSet.noneOf(type);
        for (var each : type.getEnumConstants()) {
            if (isTicked(field + "." + each.name())) {
                chosen.add(each);
            }
        }
        return chosen;
    }

    public boolean isTicked(String field) {
        return visit.form(field).equals("yes");
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }
}
