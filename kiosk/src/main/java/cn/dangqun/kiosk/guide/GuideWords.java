package cn.dangqun.kiosk.guide;

import cn.dangqun.domain.queue.Audience;
import cn.dangqun.kiosk.ui.Texts;
import java.util.function.Function;

/// Whom services are for.
final class GuideWords {
    private GuideWords() {}

    static Function<Audience, String> of(Texts texts) {
        return audience -> switch (audience) {
            case RESIDENTS -> texts.get("guide.audience.residents");
            case LOCAL_UNITS -> texts.get("guide.audience.localUnits");
            case UNEMPLOYED -> texts.get("guide.audience.unemployed");
            case IN_HARDSHIP -> texts.get("guide.audience.inHardship");
            case NEWCOMERS -> texts.get("guide.audience.newcomers");
        };
    }
}
