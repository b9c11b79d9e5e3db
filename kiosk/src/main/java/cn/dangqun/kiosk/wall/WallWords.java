package cn.dangqun.kiosk.wall;

import cn.dangqun.domain.wall.WallBoard.Hanging;
import cn.dangqun.domain.wall.WallClassification;
import cn.dangqun.domain.wall.WallGroup;
import cn.dangqun.domain.wall.WallSource;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Texts;
import java.time.LocalDate;

/// The words around what hangs: its group, where it comes from, since when.
final class WallWords {
    private WallWords() {}

    static String group(WallGroup group, Texts texts) {
        return switch (group) {
            case CONSTITUTION -> texts.get("wall.group.constitution");
            case PUBLICITY -> texts.get("wall.group.publicity");
            case ORGANIZATION -> texts.get("wall.group.organization");
            case RULES -> texts.get("wall.group.rules");
            case FLOWS -> texts.get("wall.group.flows");
            case SERVICE -> texts.get("wall.group.service");
        };
    }

    /// Beneath a text: work and edition of an official one, else the day it was made public.
    static String foot(Hanging hanging, Look look) {
        return hanging.piece()
                .source()
                .map(source -> source(source, look.texts()))
                .orElseGet(() -> since(hanging, look));
    }

    private static String source(WallSource source, Texts texts) {
        return texts.get("wall.page.source", source.work(), source.edition());
    }

    /// What a row says beside the frame's name.
    static String detail(Hanging hanging, Look look) {
        return hanging.piece().classification() == WallClassification.PUBLICITY
                ? hanging.piece().text().title() + "　" + since(hanging, look)
                : hanging.piece().source().map(WallSource::work).orElseGet(() -> since(hanging, look));
    }

    /// The same in the list of frames, where the branch is not said yet.
    static String row(Hanging hanging, Look look) {
        return hanging.owner().isEmpty() ? detail(hanging, look) : hanging.owner() + "　" + since(hanging, look);
    }

    private static String since(Hanging hanging, Look look) {
        return look.texts().get("wall.page.since", day(hanging.piece().publishedOn(), look));
    }

    private static String day(LocalDate day, Look look) {
        return look.texts().date(day.atStartOfDay(look.zone()).toInstant(), look.zone());
    }
}
