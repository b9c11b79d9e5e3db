package cn.dangqun.server.web;

import cn.dangqun.server.text.Texts;

/// Words of an error page: what happened, and the next step.
public record TroubleWords(String title, String sentence, String nextStep) {
    static TroubleWords of(Trouble trouble, Texts texts) {
        return switch (trouble) {
            case BAD_REQUEST ->
                new TroubleWords(
                        texts.get("web.badRequest.title"),
                        texts.get("web.badRequest.sentence"),
                        texts.get("web.badRequest.next"));
            case NO_DAY ->
                new TroubleWords(
                        texts.get("web.noDay.title"), texts.get("web.noDay.sentence"), texts.get("web.noDay.next"));
            case FORBIDDEN ->
                new TroubleWords(
                        texts.get("web.forbidden.title"),
                        texts.get("web.forbidden.sentence"),
                        texts.get("web.forbidden.next"));
            case STALE_FORM ->
                new TroubleWords(
                        texts.get("web.staleForm.title"),
                        texts.get("web.staleForm.sentence"),
                        texts.get("web.staleForm.next"));
            case OTHER_ADDRESS ->
                new TroubleWords(
                        texts.get("web.otherAddress.title"),
                        texts.get("web.otherAddress.sentence"),
                        texts.get("web.otherAddress.next"));
            case NOT_FOUND ->
                new TroubleWords(
                        texts.get("web.notFound.title"),
                        texts.get("web.notFound.sentence"),
                        texts.get("web.notFound.next"));
            case TOO_LARGE ->
                new TroubleWords(
                        texts.get("web.tooLarge.title"),
                        texts.get("web.tooLarge.sentence"),
                        texts.get("web.tooLarge.next"));
            case BROKEN ->
                new TroubleWords(
                        texts.get("web.broken.title"), texts.get("web.broken.sentence"), texts.get("web.broken.next"));
        };
    }
}
