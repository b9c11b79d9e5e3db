package cn.dangqun.kiosk.window;

import cn.dangqun.kiosk.ui.Texts;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The page at the door. Of what was typed nothing comes back.
record SignInPage(SignIn signIn, Texts texts) {
    private static final int REFUSED = 401;
    private static final int TOO_MANY = 429;
    private static final int LONGEST = 64;

    Answer page(int status, String remark) {
        var body = "<body><main class=\"door\"><h1>" + Html.escape(texts.get("window.title")) + "</h1>"
                + (remark.isEmpty() ? "" : "<p class=\"said bad\" role=\"alert\">" + Html.escape(remark) + "</p>")
                + "<form method=\"post\" action=\"/login\">"
                + field("window.login.name", "name", "text", "autocomplete=\"off\" autofocus")
                + field("window.login.pin", "pin", "password", "autocomplete=\"off\" inputmode=\"numeric\"")
                + "<button class=\"primary\">" + Html.escape(texts.get("window.login.in")) + "</button></form>"
                + Html.of("p", "quiet", texts.get("window.login.hint")) + "</main></body>";
        return new Answer.Html(status, Html.page(texts.get("window.title"), "/window.css", "", body));
    }

    private String field(String key, String name, String type, String more) {
        return "<label>" + Html.escape(texts.get(key)) + "<input name=\"" + name + "\" type=\"" + type
                + "\" required maxlength=\"" + LONGEST + "\" " + more + "></label>";
    }

    CompletableFuture<Answer> attempt(Call call) {
        var name = call.form("name");
        var pin = call.form("pin");
        if (name.isBlank() || pin.isBlank() || name.length() > LONGEST || pin.length() > LONGEST) {
            return CompletableFuture.completedFuture(page(REFUSED, texts.get("window.login.wrong")));
        }
        return signIn.attempt(name, pin, call.from()).thenApply(this::answer);
    }

    private Answer answer(SignIn.Result result) {
        return switch (result) {
            case SignIn.Result.In(var token) -> new Answer.SeeOther("/window", Optional.of(token));
            case SignIn.Result.Wrong() -> page(REFUSED, texts.get("window.login.wrong"));
            case SignIn.Result.Paused _ -> page(TOO_MANY, texts.get("window.login.paused"));
            case SignIn.Result.TooMany() -> page(TOO_MANY, texts.get("window.login.tooMany"));
            case SignIn.Result.ChooseFirst() -> page(REFUSED, texts.get("window.login.chooseFirst"));
            case SignIn.Result.NotTheirs() -> page(REFUSED, texts.get("window.login.notTheirs"));
            case SignIn.Result.NotSaved() -> page(REFUSED, texts.get("window.login.notSaved"));
        };
    }
}
