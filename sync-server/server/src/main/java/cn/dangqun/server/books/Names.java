package cn.dangqun.server.books;

import cn.dangqun.domain.member.PersonName;
import cn.dangqun.server.text.Texts;
import java.util.Optional;

/// How people stand in a book: in full for those who may see that and asked for it, else masked. What somebody typed
/// may name people anywhere, so it is told of without its words.
record Names(boolean full, Texts texts) {
    private static final int LONGEST = 40;

    String of(PersonName name) {
        return full ? name.full() : name.masked();
    }

    String typed(String name) {
        if (full || name.isBlank()) {
            return name.strip();
        }
        return name.codePointCount(0, name.length()) > LONGEST ? words(name) : of(new PersonName(name));
    }

    String typed(Optional<String> name) {
        return name.map(this::typed).orElse("");
    }

    String words(String text) {
        return full || text.isBlank() ? text : texts.get("books.word.hidden");
    }

    String words(Optional<String> text) {
        return text.map(this::words).orElse("");
    }
}
