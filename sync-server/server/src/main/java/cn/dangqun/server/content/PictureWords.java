package cn.dangqun.server.content;

import cn.dangqun.server.text.Texts;

/// Why a file that was brought becomes no picture, in words for who brought it. `most`: how many pages there may be.
public record PictureWords(Texts texts, int most) {
    public String of(PictureFault why) {
        return switch (why) {
            case WRONG_KIND -> texts.get("wall.picture.wrongKind");
            case TOO_LARGE -> texts.get("wall.picture.tooLarge");
            case ENCRYPTED -> texts.get("wall.picture.encrypted");
            case BROKEN -> texts.get("wall.picture.broken");
            case TOO_MANY_PAGES -> texts.get("wall.picture.tooMany", most);
            case NO_FONTS -> texts.get("wall.picture.noFonts");
            case UNREADABLE_PART -> texts.get("wall.picture.unreadablePart");
            case TOO_SLOW -> texts.get("wall.picture.tooSlow");
            case BUSY -> texts.get("wall.picture.busy");
        };
    }
}
