package cn.dangqun.server.wall;

import cn.dangqun.config.wall.WallLibrary;
import cn.dangqun.domain.wall.Validity;
import cn.dangqun.domain.wall.WallClassification;
import cn.dangqun.domain.wall.WallDraft;
import cn.dangqun.domain.wall.WallPieceId;
import cn.dangqun.domain.wall.WallSlot;
import cn.dangqun.domain.wall.WallSource;
import cn.dangqun.domain.wall.WallText;
import cn.dangqun.domain.wall.WallVersion;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.wall.WriteModel.Kind;
import cn.dangqun.server.wall.WriteModel.Typed;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.Visit;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Forms for writing: what stands in them, and what was typed. Without a choice content counts as internal.
record WallForms(WallLibrary library, WallWords words, Times times) {
    /// What came of a form: words, or the sentence that says what is wrong with them.
    sealed interface Read {
        record Words(WallDraft draft) implements Read {}

        record Faulty(String sentence) implements Read {}
    }

    Read read(Visit visit) {
        var typed = typed(visit);
        try {
            var text = WallText.typed(typed.title(), typed.body());
            var kind = WallClassification.orInternal(typed.classification());
            return new Read.Words(new WallDraft(kind, text, source(typed), validity(typed)));
        } catch (DateTimeException noSuchDay) {
            return new Read.Faulty(words.texts().get("wall.write.badDay"));
        } catch (IllegalArgumentException unfit) {
            return new Read.Faulty(
                    words.texts().get("wall.write.badText", WallText.LONGEST_TITLE, WallText.LONGEST_BODY));
        }
    }

    private static Optional<WallSource> source(Typed typed) {
        return typed.work().isBlank() && typed.edition().isBlank()
                ? Optional.empty()
                : Optional.of(new WallSource(typed.work(), typed.edition(), day(typed.proofreadOn())));
    }

    private static Validity validity(Typed typed) {
        return new Validity(readable(typed.from()), day(typed.until()));
    }

    private static Optional<LocalDate> day(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(readable(text));
    }

    private static LocalDate readable(String text) {
        return Asked.day(text).orElseThrow(() -> new DateTimeException("no day"));
    }

    Typed typed(Visit visit) {
        return new Typed(
                visit.form("title").strip(),
                visit.form("body"),
                visit.form("classification"),
                visit.form("work").strip(),
                visit.form("edition").strip(),
                visit.form("proofread-on"),
                visit.form("valid-from"),
                visit.form("valid-until"));
    }

    /// What a new version begins from: the last one, or the text that came with the product, or nothing.
    Typed beginning(WallSlot slot, Optional<WallVersion> last) {
        var today = times.today().toString();
        if (last.isPresent()) {
            var old = typed(last.get().draft());
            return new Typed(old.title(), old.body(), old.classification(), old.work(), old.edition(), "", today, "");
        }
        return library.textFor(slot.id())
                .map(pack -> new Typed(
                        pack.text().title(),
                        pack.text().body(),
                        "",
                        pack.source().work(),
                        pack.source().edition(),
                        "",
                        today,
                        ""))
                .orElseGet(() -> new Typed(slot.title(), "", "", "", "", "", today, ""));
    }

    Typed typed(WallDraft draft) {
        return new Typed(
                draft.text().title(),
                draft.text().body(),
                draft.classification().mayHang() ? draft.classification().name() : "",
                draft.source().map(WallSource::work).orElse(""),
                draft.source().map(WallSource::edition).orElse(""),
                draft.source()
                        .flatMap(WallSource::proofreadOn)
                        .map(LocalDate::toString)
                        .orElse(""),
                draft.validity().from().toString(),
                draft.validity().until().map(LocalDate::toString).orElse(""));
    }

    /// Only what the frame holds, and the safe default.
    List<Kind> kinds(WallSlot slot, Typed typed) {
        return Arrays.stream(WallClassification.values())
                .filter(kind -> kind == slot.holds() || kind == WallClassification.INTERNAL)
                .map(kind -> new Kind(
                        kind.mayHang() ? kind.name() : "",
                        words.classification(kind),
                        typed.classification().equals(kind.mayHang() ? kind.name() : "")))
                .toList();
    }

    /// With what the text that came with the product was compared; empty where there is none.
    String compared(WallSlot slot) {
        return library.textFor(slot.id())
                .map(pack -> pack.compared().isEmpty()
                        ? words.texts().get("wall.write.unverified")
                        : words.texts().get("wall.write.compared", pack.compared()))
                .orElse("");
    }

    static WallPieceId draw() {
        return new WallPieceId(UUID.randomUUID().toString());
    }

    static Optional<WallPieceId> id(String text) {
        return WallPieceId.isPieceId(text) ? Optional.of(new WallPieceId(text)) : Optional.empty();
    }

    static int revision(Visit visit) {
        var text = visit.form("revision");
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }
}
