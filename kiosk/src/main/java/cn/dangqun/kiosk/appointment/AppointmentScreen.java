package cn.dangqun.kiosk.appointment;

import cn.dangqun.domain.queue.Appointment.Standing;
import cn.dangqun.domain.queue.AppointmentCode;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.kiosk.appointment.AppointmentDesk.Kept;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.queue.QrView;
import cn.dangqun.kiosk.queue.QueueWords;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.KeyPad;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Notice;
import cn.dangqun.kiosk.ui.Page;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Theme;
import cn.dangqun.kiosk.ui.Tone;
import cn.dangqun.kiosk.ui.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// 预约: a day, a time, the code to keep; and on the day the code, typed, becomes a number.
final class AppointmentScreen extends StackPane {
    private final AppointmentViewModel model;
    private final AppointmentPaper paper;
    private final Look look;
    private final Texts texts;
    private final Ways ways;
    private final AppointmentDays days;
    private final KeyPad pad;
    private final VBox typed = new VBox();
    private final Node typing;

    AppointmentScreen(AppointmentViewModel model, AppointmentPaper paper, Look look, Ways ways) {
        this.model = model;
        this.paper = paper;
        this.look = look;
        this.texts = look.texts();
        this.ways = ways;
        this.days = new AppointmentDays(model, look);
        this.pad = KeyPad.digits(texts, model::type, model::erase, model::look);
        setId("appointments");
        Theme.addSheet(this, AppointmentFeature.class, "appointment.css");
        this.typing = typing();
        model.state().addListener((_, _, now) -> render(now));
        render(model.state().get());
    }

    private void render(AppointmentState state) {
        getChildren()
                .setAll(
                        switch (state) {
                            case AppointmentState.Loading _ -> notice(Glyph.HOURGLASS, "appointment.loading");
                            case AppointmentState.Working _ -> notice(Glyph.HOURGLASS, "appointment.working");
                            case AppointmentState.Unreadable _ -> notice(Glyph.EXCLAMATION, "queue.take.unreadable");
                            case AppointmentState.Services(var offers) -> servicesOf(offers);
                            case AppointmentState.Days(var offers, var others) -> daysOf(offers, others);
                            case AppointmentState.Times(var offer) ->
                                page(days.times(offer))
                                        .foot(back("appointment-days", "appointment.otherDay", model::days), home());
                            case AppointmentState.Asking(var offer, var at) ->
                                page(days.asking(offer, at))
                                        .foot(back("other-time", "appointment.otherTime", model::otherTime), home());
                            case AppointmentState.Made(var kept, var handover) -> made(kept, handover);
                            case AppointmentState.Gone _ -> sorry("appointment.gone");
                            case AppointmentState.Typing(var digits, var unknown) -> typing(digits, unknown);
                            case AppointmentState.Refused(var until) ->
                                sorry(
                                        "appointment.refused",
                                        texts.get("appointment.refused.next", texts.time(until, look.zone())));
                            case AppointmentState.Found(var kept) -> found(kept);
                            case AppointmentState.Cancelling(var kept) -> cancelling(kept);
                            case AppointmentState.Cancelled(var kept) ->
                                verdict(Tone.SUCCESS, Glyph.CHECK, "appointment.cancelled", kept)
                                        .sentence(paper.when(kept))
                                        .actions(List.of(home()));
                            case AppointmentState.Here here -> here(here);
                            case AppointmentState.NoNumber _ -> sorry("appointment.noNumber");
                            case AppointmentState.NotSaved _ -> sorry("appointment.notSaved");
                            case AppointmentState.Sealed _ -> sorry("appointment.sealed");
                        });
    }

    private Page page(Node body) {
        return page().body(body);
    }

    private Page page() {
        return new Page(look, texts.get("appointment.title"), texts.get("appointment.subtitle"));
    }

    private ActionButton home() {
        var button = new ActionButton(texts.get("ui.home"), ways::home);
        button.setId("home");
        return button;
    }

    private ActionButton back(String id, String key, Runnable action) {
        var button = new ActionButton(texts.get(key), action, "outline").withIcon(Glyph.BACK);
        button.setId(id);
        return button;
    }

    private Node notice(Glyph glyph, String key) {
        return page(new Notice(glyph, texts.get(key), texts.get(key + ".next"))).foot(home());
    }

    private Node sorry(String key) {
        return sorry(key, texts.get(key + ".next"));
    }

    private Node sorry(String key, String next) {
        return new Verdict(look, Tone.ATTENTION, Glyph.EXCLAMATION, texts.get(key))
                .sentence(next)
                .actions(List.of(home()));
    }

    private Verdict verdict(Tone tone, Glyph glyph, String key, Kept kept) {
        return new Verdict(look, tone, glyph, texts.get(key)).compact().headline(kept.service());
    }

    private ActionButton arrive() {
        var arrive = new ActionButton(texts.get("appointment.arrive"), model::startTyping, "primary");
        arrive.setId("appointment-arrive");
        return arrive;
    }

    /// Without an icon it stands beside the page buttons.
    private ActionButton otherService() {
        var other = new ActionButton(texts.get("appointment.otherService"), model::services, "outline");
        other.setId("appointment-services");
        return other;
    }

    private Node servicesOf(List<AppointmentOffer> offers) {
        return page().list(days.services(offers)).foot(arrive(), home());
    }

    private Node daysOf(AppointmentDesk.Offers offers, boolean others) {
        var page = offers.offers().isEmpty()
                ? page(offers.elsewhere() ? elsewhere() : none())
                : page().list(days.list(offers.offers()));
        return page.foot(others ? otherService() : arrive(), home());
    }

    private Notice none() {
        return new Notice(Glyph.CALENDAR, texts.get("appointment.none"), texts.get("appointment.none.next"));
    }

    private Notice elsewhere() {
        return new Notice(Glyph.CALENDAR, texts.get("appointment.elsewhere"), texts.get("appointment.elsewhere.next"));
    }

    private Node made(Kept kept, Optional<Handover> handover) {
        var verdict = verdict(Tone.SUCCESS, Glyph.CHECK, "appointment.made", kept);
        var code = Labels.centred(kept.appointment().code().spaced(), "type-96", "bold", "ink");
        code.setId("appointment-code");
        verdict.sentence(paper.when(kept))
                .note(texts.get("appointment.made.code"))
                .add(code);
        verdict.note(handover.map(this::paperOf).orElseGet(() -> texts.get("appointment.printing")));
        if (handover.filter(how -> how != Handover.PRINTED).isPresent()) {
            verdict.add(QrView.of(paper.told(kept), look.isPortrait() ? 11 : 8));
        }
        return verdict.note(AppointmentPaper.rule(texts, kept.appointment().at()))
                .actions(List.of(home()));
    }

    private String paperOf(Handover how) {
        return switch (how) {
            case PRINTED -> texts.get("appointment.printed");
            case SHOWN -> texts.get("appointment.shown");
            case UNCERTAIN -> texts.get("appointment.uncertain");
        };
    }

    /// One page for all of the typing: keys must not be replaced while fingers are on them.
    private Node typing() {
        typed.setAlignment(Pos.CENTER);
        typed.getStyleClass().addAll("gap-24", "appointment-typed");
        Pane body = look.isPortrait() ? new VBox(typed, pad) : new HBox(typed, pad);
        if (body instanceof VBox column) {
            column.setAlignment(Pos.BOTTOM_CENTER);
            VBox.setVgrow(typed, Priority.ALWAYS);
        } else if (body instanceof HBox row) {
            row.setAlignment(Pos.CENTER);
            HBox.setHgrow(typed, Priority.ALWAYS);
        }
        body.getStyleClass().add("gap-40");
        return page(body).foot(back("appointment-days", "appointment.toDays", model::days), home());
    }

    private Node typing(String digits, boolean unknown) {
        var shown = digits + "＿".repeat(AppointmentCode.LENGTH - digits.length());
        int half = AppointmentCode.LENGTH / 2;
        typed.getChildren()
                .setAll(
                        Labels.centred(texts.get("appointment.type"), "type-44", "bold", "ink"),
                        Labels.fixed(shown.substring(0, half) + "　" + shown.substring(half), "type-96", "bold", "ink"),
                        Labels.centred(
                                texts.get(unknown ? "appointment.type.unknown" : "appointment.type.next"),
                                "type-32",
                                unknown ? "amber" : "quiet"));
        return typing;
    }

    private Node found(Kept kept) {
        var words = new VBox(Labels.of(kept.service(), "type-64", "bold", "ink"));
        words.getStyleClass().addAll("sheet", "gap-16");
        words.getChildren().add(Labels.of(paper.when(kept), "type-44", "bold", "ink"));
        if (!kept.host().isEmpty()) {
            words.getChildren().add(Labels.of(texts.get("appointment.host", kept.host()), "type-32", "ink"));
        }
        words.getChildren().add(Labels.of(standing(kept), "type-32", isDue(kept) ? "ink" : "amber"));
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        var body = new VBox(words, space);
        body.getStyleClass().add("gap-24");
        var buttons = new ArrayList<ActionButton>();
        if (isDue(kept)) {
            var here = new ActionButton(texts.get("appointment.here"), model::arrive, "primary");
            here.setId("appointment-here");
            buttons.add(here);
        }
        if (kept.standing() == Standing.MISSED && kept.off().isEmpty()) {
            var take = new ActionButton(texts.get("guide.take"), () -> ways.go(Ways.NUMBERS), "outline")
                    .withIcon(Glyph.TICKET);
            take.setId("appointment-take");
            buttons.add(take);
        }
        if (kept.off().isPresent()) {
            buttons.add(back("appointment-again", "appointment.again", model::days));
        }
        if (kept.isOpen()) {
            var cancel = new ActionButton(texts.get("appointment.cancel"), model::cancel, "outline");
            cancel.setId("appointment-cancel");
            buttons.add(cancel);
        }
        buttons.add(home());
        return page(body).foot(buttons.toArray(ActionButton[]::new));
    }

    private static boolean isDue(Kept kept) {
        return kept.standing() == Standing.DUE && kept.isOpen();
    }

    private Node cancelling(Kept kept) {
        var yes = new ActionButton(texts.get("appointment.sure.yes"), model::cancelSurely, "outline");
        yes.setId("appointment-cancel-yes");
        var no = new ActionButton(texts.get("appointment.sure.no"), model::stay, "primary").withIcon(Glyph.BACK);
        no.setId("appointment-cancel-no");
        return page(new Notice(
                        Glyph.QUESTION,
                        texts.get("appointment.sure"),
                        texts.get("appointment.sure.what", paper.when(kept), kept.service())))
                .foot(yes, no);
    }

    private String standing(Kept kept) {
        if (kept.off().isPresent()) {
            return texts.get("appointment.calledOff", kept.off().get());
        }
        var at = kept.appointment().at();
        return switch (kept.standing()) {
            case TOO_EARLY ->
                texts.get("appointment.tooEarly", AppointmentPaper.earliest(at), AppointmentPaper.latest(at));
            case DUE -> texts.get("appointment.due", AppointmentPaper.latest(at));
            case MISSED -> texts.get("appointment.missed");
            case CANCELLED -> texts.get("appointment.isCancelled");
            case ARRIVED ->
                kept.number()
                        .map(number -> texts.get("appointment.arrived", number))
                        .orElseGet(() -> texts.get("appointment.arrivedBefore"));
        };
    }

    private Node here(AppointmentState.Here here) {
        var slip = here.slip();
        var number = Labels.centred(slip.ticket().number().text(), "type-clock", "bold", "ink");
        number.setId("ticket-number");
        return new Verdict(look, Tone.SUCCESS, Glyph.CHECK, texts.get("appointment.welcome"))
                .compact()
                .add(number)
                .note(slip.service())
                .sentence(QueueWords.ahead(slip, texts))
                .note(here.handover()
                        .map(how -> texts.get(how == Handover.PRINTED ? "queue.given.printed" : "queue.given.shown"))
                        .orElseGet(() -> texts.get("queue.given.printing")))
                .actions(List.of(home()));
    }
}
